package io.quanyu.jobs.identity;

import io.quanyu.jobs.record.RecordType;
import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * An identifier has a person from now on. A one_id is unique within its tenant only.
 *
 * @param identifier in the form {@code type|scope|value}
 * @param previousOneId the person it had before; null the first time
 * @param anchor whether the person is named after this identifier
 * @param atMillis when that was decided, epoch milliseconds on the clock of the facts
 * @param version 1 for the first assignment of this identifier, and one more for each later one; the newest counts
 * @param changeId {@code identifier@version}: the same in every replay, unique within the tenant
 */
@TypeInfo(RecordType.Factory.class)
public record Assigned(
        String tenant,
        String identifier,
        String oneId,
        @Nullable String previousOneId,
        boolean anchor,
        long atMillis,
        long version,
        String changeId) {

    static Assigned of(Statement said, @Nullable String previousOneId, long version) {
        String changeId = said.identifier() + "@" + version;
        return new Assigned(
                said.tenant(),
                said.identifier(),
                said.oneId(),
                previousOneId,
                said.anchor(),
                said.atMillis(),
                version,
                changeId);
    }
}
