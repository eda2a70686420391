package io.quanyu.jobs.identity.hub;

import io.quanyu.jobs.identity.Fact;
import io.quanyu.jobs.record.RecordType;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * A fact about a tie of an identifier that several people may share.
 *
 * @param hub that identifier, as {@code type|scope|value}
 * @param fact seen or retracted evidence, of which the hub is one end
 */
@TypeInfo(RecordType.Factory.class)
public record ForHub(String tenant, String hub, Fact fact) {}
