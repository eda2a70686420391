package io.quanyu.jobs.identity;

import org.jspecify.annotations.Nullable;

/**
 * An identifier has a person from now on. A one_id is unique within its tenant only.
 *
 * @param identifier in the form {@code type|scope|value}
 * @param previousOneId the person it had before; null the first time
 * @param atMillis when that was decided, epoch milliseconds on the clock of the facts
 * @param version grows by one with each assignment of this identifier; the newest counts
 * @param changeId the same in every replay
 */
public record Assigned(
        String tenant,
        String identifier,
        String oneId,
        @Nullable String previousOneId,
        long atMillis,
        long version,
        String changeId) {}
