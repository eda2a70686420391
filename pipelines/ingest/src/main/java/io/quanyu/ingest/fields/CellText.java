package io.quanyu.ingest.fields;

/** Takes off what spreadsheets and tills put around a value, and changes nothing of the value. */
public final class CellText {

    private static final String BLANKS = " \t\n\u000b\f\r\u00a0\u3000\ufeff";
    private static final String FORMULA = "=\"";
    private static final char FULL_WIDTH_FIRST = '\uff01';
    private static final char FULL_WIDTH_LAST = '\uff5e';
    private static final int FULL_WIDTH_SHIFT = 0xfee0;

    private CellText() {}

    /** Without blanks of any width around it, and without the {@code ="…"} or {@code '} that keep digits as text. */
    public static String plain(String cell) {
        String text = trimmed(cell);
        if (text.length() > FORMULA.length() && text.startsWith(FORMULA) && text.endsWith("\"")) {
            text = trimmed(text.substring(FORMULA.length(), text.length() - 1));
        }
        return text.length() > 1 && text.charAt(0) == '\'' ? trimmed(text.substring(1)) : text;
    }

    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && BLANKS.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && BLANKS.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
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
