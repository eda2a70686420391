package io.quanyu.jobs.identity.label;

import io.quanyu.jobs.identity.Fact;
import io.quanyu.jobs.identity.Fingerprint;
import io.quanyu.jobs.record.RecordType;
import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * Tells a member its label.
 *
 * @param member {@link Fingerprint} of the identifier
 * @param label where its facts belong from now on
 * @param fact something new for it to keep; null if only the label changed
 * @param dueMillis the first instant at which the label's owner judges this, epoch milliseconds
 */
@TypeInfo(RecordType.Factory.class)
public record Labelled(String tenant, long member, long label, @Nullable Fact fact, long dueMillis) {}
