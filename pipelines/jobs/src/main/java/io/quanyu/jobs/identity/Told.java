package io.quanyu.jobs.identity;

import io.quanyu.jobs.record.RecordType;
import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * The person of an identifier as it was last told.
 *
 * @param oneId null if nothing was told yet
 * @param version how often it was told
 */
@TypeInfo(RecordType.Factory.class)
public record Told(@Nullable String oneId, long version) {

    static final Told NOTHING = new Told(null, 0);

    Told changedTo(String newOneId) {
        return new Told(newOneId, version + 1);
    }
}
