package io.quanyu.jobs.identity;

import io.quanyu.jobs.record.RecordType;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * A fact on its way to the member it is at home with.
 *
 * @param home {@link Fingerprint} of the identifier that keeps the fact
 * @param tied fingerprint of the identifier that hangs together with it by this fact; {@code home} if none does
 */
@TypeInfo(RecordType.Factory.class)
public record Addressed(String tenant, long home, long tied, Fact fact) {}
