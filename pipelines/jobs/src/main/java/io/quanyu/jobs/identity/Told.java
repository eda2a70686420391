package io.quanyu.jobs.identity;

import org.jspecify.annotations.Nullable;

/**
 * The person of an identifier as it was last told.
 *
 * @param oneId null if nothing was told yet
 * @param version how often it was told
 */
public record Told(@Nullable String oneId, long version) {

    static final Told NOTHING = new Told(null, 0);

    Told changedTo(String newOneId) {
        return new Told(newOneId, version + 1);
    }
}
