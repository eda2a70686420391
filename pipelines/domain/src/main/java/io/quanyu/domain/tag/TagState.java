package io.quanyu.domain.tag;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one tag says of a person at an instant.
 *
 * @param tag code, for example {@code new_buyer}
 * @param value null: the tag does not stand; {@code "true"}, or a level such as {@code "V2"} or {@code "VIP"}: it stands
 * @param sinceMillis since when the value is so by the facts, epoch milliseconds; if it never was otherwise, since the person is known
 * @param reason in Chinese: values against thresholds
 * @param witnesses the facts behind it: order keys and event ids, at most the 20 newest, from old to new
 */
public record TagState(String tag, @Nullable String value, long sinceMillis, String reason, List<String> witnesses) {

    public boolean stands() {
        return value != null;
    }
}
