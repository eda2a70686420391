package io.quanyu.ingest.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks what identifies a person in free text: phones, identity and bank cards, mail addresses, plates, in whatever digits
 * and with whatever separators they are written, and any run of seven digits or more. A date such as 20260901 stays.
 */
public final class TextGuard {

    private static final int SHOWN_IN_MESSAGE = 60;
    private static final int FEWEST_DIGITS = 7;

    private static final String GAP = "[\\s.·・•,_~—–―‐‑−/()\\[\\]【】-]";
    private static final Pattern NOT_PLAIN = Pattern.compile("[^\\x20-\\x7e]");
    private static final Pattern DATE = Pattern.compile("20\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])");

    private static final Kind MAIL = new Kind(
            "(?<![\\w.+-])([\\w.+-])[\\w.+-]{0,63} ?(?:@|[(\\[]at[)\\]]) ?([\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,5})",
            hit -> hit.group(1) + "***@" + hit.group(2));
    private static final Kind MOBILE = new Kind(
            "(?<!\\d)(?:(?:\\+|00)?86" + GAP + "{0,3}|0)?(1" + GAP + "{0,3}[3-9](?:" + GAP + "{0,3}\\d){9})(?!\\d)",
            hit -> MobileNumber.masked(digits(hit.group(1))));
    private static final Kind LANDLINE = new Kind(
            "(?<!\\d)(\\(?0(?:10|2\\d|[3-9]\\d{2})" + GAP + "{1,3})([2-8]\\d{2,3}" + GAP + "?\\d{4})(?!\\d)",
            hit -> hit.group(1) + starred(hit.group(2)));
    private static final Kind ID_CARD = new Kind(
            "(?<!\\d)[1-8](?:" + GAP + "{0,2}\\d){16}" + GAP + "{0,2}[\\dX](?![\\dA-Z])",
            hit -> Numbers.isIdCard(digits(hit.group())) ? starred(hit.group()) : hit.group());
    private static final Kind OLD_ID_CARD = new Kind(
            "(?<!\\d)[1-8]\\d{5}" + GAP + "{1,2}\\d{6}" + GAP + "{1,2}\\d{3}(?!\\d)", hit -> starred(hit.group()));
    private static final Kind CARD =
            new Kind("(?<!\\d)(?:\\d{4}" + GAP + "{1,2}){3,4}\\d{1,4}(?!\\d)", hit -> starred(hit.group()));
    private static final Kind BANK_CARD = new Kind(
            "(?<!\\d)[3-6](?:" + GAP + "{0,2}\\d){12,18}(?!\\d)",
            hit -> Numbers.isLuhn(digits(hit.group())) ? starred(hit.group()) : hit.group());
    private static final Kind PLATE = new Kind(
            "([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使] ?[A-HJ-NP-Z])([ .·・•-]?)"
                    + "((?=(?:[A-Z]*\\d){2})[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳])(?![A-Z0-9])",
            hit -> hit.group(1) + hit.group(2) + "*".repeat(hit.group(3).length()));
    private static final Kind LONG_RUN = new Kind(
            "\\d{7,}X?",
            hit -> DATE.matcher(hit.group()).matches()
                    ? hit.group()
                    : "*".repeat(hit.group().length()));

    private static final List<Kind> OF_PERSONS =
            List.of(MAIL, ID_CARD, CARD, OLD_ID_CARD, MOBILE, BANK_CARD, LANDLINE, PLATE);
    private static final List<Kind> ALL =
            List.of(MAIL, ID_CARD, CARD, OLD_ID_CARD, MOBILE, BANK_CARD, LANDLINE, PLATE, LONG_RUN);

    private TextGuard() {}

    public static String mask(String text) {
        return mask(text, ALL);
    }

    /** Masks what has the form of something personal and leaves other long numbers: for words of ours and for ids. */
    public static String maskPersons(String text) {
        return mask(text, OF_PERSONS);
    }

    /** A value as it may stand in an error message: masked, short, and without the script that names are written in. */
    public static String quote(String value) {
        String head = value.length() > SHOWN_IN_MESSAGE ? value.substring(0, SHOWN_IN_MESSAGE) + "..." : value;
        return "\"" + NOT_PLAIN.matcher(mask(head)).replaceAll("*") + "\"";
    }

    private static String mask(String text, List<Kind> kinds) {
        String plain = PlainForm.of(text);
        if (!mayHold(plain)) {
            return text;
        }
        List<Hit> hits = new ArrayList<>();
        kinds.forEach(kind -> kind.find(plain, hits));
        return hits.isEmpty() ? text : replaced(text, hits);
    }

    /** Most texts have neither a mail sign nor enough digits, and a plate has two. */
    private static boolean mayHold(String plain) {
        int digits = 0;
        for (int index = 0; index < plain.length(); index++) {
            char sign = plain.charAt(index);
            if (sign == '@') {
                return true;
            }
            digits += sign >= '0' && sign <= '9' ? 1 : 0;
        }
        return digits >= FEWEST_DIGITS
                || (digits >= 2 && PLATE.pattern.matcher(plain).find())
                || plain.contains("(at)")
                || plain.contains("[at]");
    }

    private static String replaced(String text, List<Hit> hits) {
        hits.sort(Comparator.comparingInt(Hit::start));
        var masked = new StringBuilder();
        int done = 0;
        for (Hit hit : hits) {
            masked.append(text, done, hit.start()).append(hit.masked());
            done = hit.end();
        }
        return masked.append(text, done, text.length()).toString();
    }

    private static String digits(String written) {
        var digits = new StringBuilder();
        for (int index = 0; index < written.length(); index++) {
            char sign = written.charAt(index);
            if ((sign >= '0' && sign <= '9') || sign == 'X' || sign == 'x') {
                digits.append(sign);
            }
        }
        return digits.toString();
    }

    private static String starred(String written) {
        return written.replaceAll("[\\dXx]", "*");
    }

    private record Hit(int start, int end, String masked) {

        boolean overlaps(int from, int until) {
            return start < until && from < end;
        }
    }

    /** A form of personal data and what is shown of it. What an earlier form has claimed is no longer looked at. */
    private record Kind(Pattern pattern, Function<MatchResult, String> masked) {

        Kind(String pattern, Function<MatchResult, String> masked) {
            this(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), masked);
        }

        void find(String plain, List<Hit> hits) {
            Matcher matcher = pattern.matcher(plain);
            while (matcher.find()) {
                int start = matcher.start();
                int end = matcher.end();
                if (hits.stream().noneMatch(hit -> hit.overlaps(start, end))) {
                    String shown = masked.apply(matcher);
                    if (!shown.equals(matcher.group())) {
                        hits.add(new Hit(start, end, shown));
                    }
                }
            }
        }
    }
}
