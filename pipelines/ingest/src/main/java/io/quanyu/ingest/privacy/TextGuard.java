package io.quanyu.ingest.privacy;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Masks what identifies a person in free text: mobile numbers (also with separators or full-width digits), card and
 * identity numbers, any run of seven digits or more, and mail addresses. A date such as 20260901 stays.
 */
public final class TextGuard {

    private static final int SHOWN_IN_MESSAGE = 60;

    private static final Pattern MAIL =
            Pattern.compile("(?<![\\w.+-])([\\w.+-])[\\w.+-]{0,63}@([\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,5})");
    private static final Pattern CARD = Pattern.compile("(?<!\\p{Nd})(?:\\p{Nd}{4}[ -]){3,4}\\p{Nd}{1,4}(?!\\p{Nd})");
    private static final Pattern MOBILE =
            Pattern.compile("(?<!\\p{Nd})(?:\\+?86[\\s-]?)?([1１](?:[\\s.·-]?\\p{Nd}){10})(?!\\p{Nd})");
    private static final Pattern LONG_RUN = Pattern.compile("\\p{Nd}{7,}[Xx]?");
    private static final Pattern DATE = Pattern.compile("20\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])");
    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");
    private static final Pattern NOT_PLAIN = Pattern.compile("[^\\x20-\\x7e]");

    private TextGuard() {}

    public static String mask(String text) {
        if (text.length() < 3) {
            return text;
        }
        String guarded = MAIL.matcher(text).replaceAll("$1***@$2");
        guarded = MOBILE.matcher(guarded).replaceAll(TextGuard::maskMobile);
        guarded = CARD.matcher(guarded)
                .replaceAll(card -> DIGIT.matcher(card.group()).replaceAll("*"));
        return LONG_RUN.matcher(guarded).replaceAll(TextGuard::maskRun);
    }

    /** Masks mobile numbers only: for ids and times, whose digits are harmless and needed to find the payload again. */
    public static String maskMobiles(String text) {
        return MOBILE.matcher(text).replaceAll(TextGuard::maskMobile);
    }

    /** A value as it may stand in an error message: masked, short, and without the script that names are written in. */
    public static String quote(String value) {
        String head = value.length() > SHOWN_IN_MESSAGE ? value.substring(0, SHOWN_IN_MESSAGE) + "..." : value;
        return "\"" + NOT_PLAIN.matcher(mask(head)).replaceAll("*") + "\"";
    }

    private static String maskMobile(MatchResult match) {
        var digits = new StringBuilder();
        match.group(1)
                .codePoints()
                .filter(Character::isDigit)
                .map(Character::getNumericValue)
                .forEach(digits::append);
        return digits.substring(0, 3) + "****" + digits.substring(7);
    }

    private static String maskRun(MatchResult match) {
        String run = match.group();
        return DATE.matcher(run).matches() ? run : "*".repeat(run.length());
    }
}
