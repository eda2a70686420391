package io.quanyu.domain.tag;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tag's value at an instant, since when it is so, and until when.
 *
 * @param sinceMillis since when, epoch milliseconds
 * @param sums what the window holds at the instant; nothing for a rule without a window
 * @param nextChangeMillis when it becomes another value by time alone, epoch milliseconds; {@link Long#MAX_VALUE} if never
 */
record Course(@Nullable String value, long sinceMillis, Sums sums, long nextChangeMillis) {

    Course until(long changeMillis) {
        return new Course(value, sinceMillis, sums, changeMillis);
    }

    TagState because(TagRule rule, String reason, List<String> witnesses) {
        return new TagState(rule.tag(), value, sinceMillis, reason, witnesses);
    }
}
