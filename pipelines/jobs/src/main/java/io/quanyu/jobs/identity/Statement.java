package io.quanyu.jobs.identity;

import io.quanyu.jobs.record.RecordType;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * What an owner says of an identifier. It may have been said before, by this owner or by an earlier one.
 *
 * @param anchor whether the person is named after this identifier
 * @param atMillis when it was decided, epoch milliseconds on the clock of the facts
 */
@TypeInfo(RecordType.Factory.class)
public record Statement(String tenant, String identifier, String oneId, boolean anchor, long atMillis) {}
