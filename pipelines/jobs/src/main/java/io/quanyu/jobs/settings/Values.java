package io.quanyu.jobs.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.util.TimeUtils;
import org.jspecify.annotations.Nullable;

/**
 * The values of a settings file, each read as what it should be.
 *
 * @param byKey what the file says, without the blanks around it
 */
record Values(Map<String, String> byKey) {

    /** The value of a key, or what it is without one. */
    String text(Key key) {
        String given = byKey.get(key.text());
        return given != null
                ? given
                : key.fallback()
                        .orElseThrow(() ->
                                new IllegalArgumentException(key.text() + " is missing, and has no default: add it"));
    }

    /** Null if the value is empty. */
    @Nullable
    String optional(Key key) {
        String text = text(key);
        return text.isEmpty() ? null : text;
    }

    /** Null if the value is left to the cluster. */
    @Nullable
    String unlessOfCluster(Key key) {
        String text = text(key);
        return text.equals("cluster") ? null : text;
    }

    boolean yes(Key key) {
        return switch (text(key)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(key.text(), text(key), "true or false");
        };
    }

    Duration duration(Key key) {
        try {
            return TimeUtils.parseDuration(text(key));
        } catch (IllegalArgumentException e) {
            throw wrong(key.text(), text(key), "a number and its unit: ms, s, min or h, for example 30s");
        }
    }

    <E extends Enum<E>> E choice(Key key, Class<E> choices) {
        return choice(key.text(), text(key), choices);
    }

    /** The named values of a family, by their names. */
    Map<String, String> family(Key.Family family) {
        var found = new TreeMap<String, String>();
        byKey.forEach((key, value) -> {
            if (key.startsWith(family.prefix())) {
                found.put(key.substring(family.prefix().length()), value);
            }
        });
        return found;
    }

    static int number(String key, String text, String also) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw wrong(key, text, "a whole number" + also);
        }
    }

    static <E extends Enum<E>> E choice(String key, String text, Class<E> choices) {
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> name(choice).equals(text))
                .findFirst()
                .orElseThrow(() -> wrong(
                        key,
                        text,
                        Arrays.stream(choices.getEnumConstants())
                                .map(Values::name)
                                .collect(Collectors.joining(" or "))));
    }

    private static String name(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static IllegalArgumentException wrong(String key, String text, String right) {
        return new IllegalArgumentException(key + " is \"" + text + "\": give " + right);
    }
}
