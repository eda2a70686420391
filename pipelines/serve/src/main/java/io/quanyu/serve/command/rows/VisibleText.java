package io.quanyu.serve.command.rows;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text in which a terminal finds nothing to obey. What customers write may hold signs that colour, move or rename it, or turn the direction of
 * what follows; they are shown by their number instead, as {@code \\u001B}. Tab and line ends stay.
 */
public final class VisibleText {

    /** Control characters, marks of direction, and line ends that only some programs know. */
    private static final Pattern OBEYED =
            Pattern.compile("[\\p{Cc}\\u061C\\u200E\\u200F\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069&&[^\\t\\n\\r]]");

    private VisibleText() {}

    public static String of(String text) {
        return OBEYED.matcher(text)
                .replaceAll(found -> String.format(
                        Locale.ROOT, "\\\\u%04X", (int) found.group().charAt(0)));
    }
}
