package io.quanyu.ingest.source.youzan;

import io.quanyu.ingest.Reason;
import io.quanyu.ingest.door.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The version of a Youzan order or case: epoch seconds of the change.
 *
 * <p>A push has a {@code version}, the detail call only an update time. Pushes use epoch seconds as version, so both are
 * comparable; a version that is no such time (a counter) gives way to the update time where there is one.
 */
final class YouzanVersion {

    private static final long SECONDS_FROM = 1_000_000_000L;

    /** Above every version that is a time. */
    static final long BEYOND = 10_000_000_000L;

    private YouzanVersion() {}

    static long of(@Nullable Long version, @Nullable Instant updatedAt) {
        if (version != null && isTime(version)) {
            return version;
        }
        if (updatedAt != null) {
            return updatedAt.getEpochSecond();
        }
        if (version != null && version >= 0) {
            return version;
        }
        throw new Refusal(Reason.MISSING_FIELD, "Neither version nor update_time says which change this is");
    }

    /** When the change happened: the update time, else the version if it is one. */
    static Instant changedAt(long version, @Nullable Instant updatedAt) {
        if (updatedAt != null) {
            return updatedAt;
        }
        if (isTime(version)) {
            return Instant.ofEpochSecond(version);
        }
        throw new Refusal(Reason.MISSING_FIELD, "Neither update_time nor version says when the change happened");
    }

    private static boolean isTime(long version) {
        return version >= SECONDS_FROM && version < BEYOND;
    }
}
