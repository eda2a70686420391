package io.quanyu.jobs.identity;

import io.quanyu.jobs.record.RecordType;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * What was last told of a tie that was ever held back.
 *
 * @param reason null if it is no longer held back
 * @param weight of the statement among those of its instant
 * @param validAtMillis the instant of the statement, epoch milliseconds
 */
@TypeInfo(RecordType.Factory.class)
public record ToldConflict(@Nullable String reason, int weight, long validAtMillis) {

    static ToldConflict of(ConflictChange said) {
        return new ToldConflict(said.reason(), said.weight(), said.validAtMillis());
    }

    /** Whether {@code said} is something to tell after this. */
    boolean leaves(ConflictChange said) {
        boolean later = said.validAtMillis() > validAtMillis
                || (said.validAtMillis() == validAtMillis && said.weight() >= weight);
        return later && !Objects.equals(said.reason(), reason);
    }
}
