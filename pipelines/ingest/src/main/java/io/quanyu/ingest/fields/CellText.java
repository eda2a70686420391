package io.quanyu.ingest.fields;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes off what spreadsheets and tills put around a value, and changes nothing of the value. */
public final class CellText {

    private static final Pattern QUOTED_FORMULA = Pattern.compile("=\"(.*)\"");
    private static final Pattern EDGE = Pattern.compile("^[\\s\\u00a0\\u3000\\ufeff]+|[\\s\\u00a0\\u3000\\ufeff]+$");
    private static final char FULL_WIDTH_FIRST = '\uff01';
    private static final char FULL_WIDTH_LAST = '\uff5e';
    private static final int FULL_WIDTH_SHIFT = 0xfee0;

    private CellText() {}

    /** Without blanks of any width around it, and without the {@code ="…"} or {@code '} that keep digits as text. */
    public static String plain(String cell) {
        String text = EDGE.matcher(cell).replaceAll("");
        Matcher formula = QUOTED_FORMULA.matcher(text);
        if (formula.matches()) {
            text = EDGE.matcher(formula.group(1)).replaceAll("");
        }
        return text.length() > 1 && text.charAt(0) == '\''
                ? EDGE.matcher(text.substring(1)).replaceAll("")
                : text;
    }

    /** Full-width digits, letters and signs as their plain ones. */
    static String halfWidth(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int index = 0; index < text.length(); index++) {
            char letter = text.charAt(index);
            boolean wide = letter >= FULL_WIDTH_FIRST && letter <= FULL_WIDTH_LAST;
            plain.append(wide ? (char) (letter - FULL_WIDTH_SHIFT) : letter);
        }
        return plain.toString();
    }
}
