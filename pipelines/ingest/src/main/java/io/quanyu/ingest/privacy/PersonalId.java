package io.quanyu.ingest.privacy;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something personal that stands where an id belongs, for example a phone as member number.
 *
 * <p>Ids are judged more strictly than free text, for most of them are long numbers: a mobile number must be a run of digits
 * of its own or the whole id, an identity card needs region, birth and check sign, a bank card begins with 62 and passes its
 * check. What a spreadsheet would run as a formula counts as personal as well: nobody is to see it.
 *
 * @param canonical the same for all notations of one value: what a hash is made of
 * @param masked what may be shown
 */
public record PersonalId(String canonical, String masked) {

    private static final String FORMULA_SIGNS = "=+@-";
    private static final String GAPS = " .()_-·—–";
    private static final int SHORTEST_HASH = 16;
    private static final Pattern MAIL = Pattern.compile("[\\w+-]@[\\w-]+(?:\\.[\\w-]+)*\\.[A-Za-z]{2,}");
    private static final Pattern FORMULA = Pattern.compile("=.*|[+@-].*[(|!].*");
    private static final Pattern GROUPED_MOBILE =
            Pattern.compile("(?<!\\d)1(?:[3-9]\\d[ .()_-]{1,3}\\d{4}[ .()_-]{1,3}\\d{4}|(?:[ ._-]\\d){10})(?!\\d)");
    private static final Pattern GROUPED_CARD =
            Pattern.compile("(?<!\\d)(\\d{6})[ ._-](\\d{8})[ ._-](\\d{3}[\\dXx])(?!\\d)");
    private static final Pattern LANDLINE = Pattern.compile(
            "\\(?0(?:10|2\\d|[3-9]\\d{2})[ )-]{1,2}(?!20\\d\\d[01]\\d[0-3]\\d)[2-8]\\d{2,3}[ -]?\\d{4}");

    /** The personal thing that an id is or holds, if there is one. */
    public static Optional<PersonalId> in(String id) {
        if (!mayBeIn(id)) {
            return Optional.empty();
        }
        String plain = PlainForm.of(id).strip();
        if (plain.isEmpty() || isHash(plain)) {
            return Optional.empty();
        }
        return Optional.ofNullable(judged(id, plain));
    }

    /** False for many ids, at one look at each sign: then nothing personal is in it nor in any part of it. */
    public static boolean mayBeIn(String id) {
        int digits = 0;
        for (int index = 0; index < id.length(); index++) {
            char sign = id.charAt(index);
            if (sign == '@' || sign >= 0x80) {
                return true;
            }
            digits += isDigit(sign) ? 1 : 0;
        }
        return digits >= 10 || (!id.isEmpty() && "=+-".indexOf(id.charAt(0)) >= 0);
    }

    /** Long, of hexadecimal signs alone, and not of digits alone. */
    private static boolean isHash(String plain) {
        if (plain.length() < SHORTEST_HASH) {
            return false;
        }
        boolean letters = false;
        for (int index = 0; index < plain.length(); index++) {
            char sign = plain.charAt(index);
            boolean letter = (sign >= 'a' && sign <= 'f') || (sign >= 'A' && sign <= 'F');
            if (!letter && !isDigit(sign)) {
                return false;
            }
            letters |= letter;
        }
        return letters;
    }

    private static @Nullable PersonalId judged(String id, String plain) {
        PersonalId number = number(plain);
        if (number == null) {
            number = separated(plain);
        }
        if (number != null) {
            return number;
        }
        if (FORMULA_SIGNS.indexOf(plain.charAt(0)) >= 0
                && FORMULA.matcher(plain).matches()) {
            return new PersonalId(plain, "***");
        }
        if ((plain.indexOf('@') >= 0 && MAIL.matcher(plain).find()) || isLandline(plain)) {
            return new PersonalId(plain, plain.charAt(0) + "***");
        }
        return text(id, plain);
    }

    private static boolean isLandline(String plain) {
        return (plain.charAt(0) == '0' || plain.charAt(0) == '(')
                && LANDLINE.matcher(plain).matches();
    }

    /** An id with words or blanks in it reads like free text. */
    private static @Nullable PersonalId text(String id, String plain) {
        boolean words = plain.indexOf(' ') >= 0 || plain.chars().anyMatch(sign -> sign >= 0x80);
        String masked = words ? TextGuard.maskPersons(id) : id;
        return masked.equals(id) ? null : new PersonalId(plain, masked);
    }

    /** The first run of digits that is the number of a person; an id that is nothing else has its digits as canonical form. */
    private static @Nullable PersonalId number(String plain) {
        int end = 0;
        for (int start = 0; start < plain.length(); start = end + 1) {
            end = start;
            while (end < plain.length() && isDigit(plain.charAt(end))) {
                end++;
            }
            PersonalId found = end - start < 11 ? null : run(plain, start, end);
            if (found != null) {
                boolean nothingElse = start <= plain.indexOf('+') + 1
                        && plain.toUpperCase(Locale.ROOT).endsWith(found.canonical());
                return nothingElse ? found : new PersonalId(plain, found.masked());
            }
        }
        return null;
    }

    private static @Nullable PersonalId run(String plain, int start, int end) {
        if (end - start <= 15 && Numbers.isMobile(plain, start, end)) {
            String mobile = plain.substring(end - 11, end);
            return new PersonalId(mobile, MobileNumber.masked(mobile));
        }
        boolean check = end - start == 17 && end < plain.length() && "Xx".indexOf(plain.charAt(end)) >= 0;
        String digits = plain.substring(start, check ? end + 1 : end);
        if (Numbers.isIdCard(digits)) {
            return new PersonalId(digits.toUpperCase(Locale.ROOT), digits.substring(0, 3) + "***");
        }
        boolean card = digits.length() >= 16 && digits.length() <= 19 && digits.startsWith("62");
        return card && Numbers.isLuhn(digits) ? new PersonalId(digits, "62***") : null;
    }

    /** A number that is written in groups: the whole id, or a phone or card in its usual groups. */
    private static @Nullable PersonalId separated(String plain) {
        if (plain.chars().noneMatch(sign -> GAPS.indexOf(sign) >= 0)) {
            return null;
        }
        var digits = new StringBuilder();
        boolean others = false;
        for (int index = 0; index < plain.length(); index++) {
            char sign = plain.charAt(index);
            boolean gap = GAPS.indexOf(sign) >= 0;
            boolean check = digits.length() == 17 && index == plain.length() - 1 && (sign == 'X' || sign == 'x');
            if (isDigit(sign) || check || (sign == '+' && index == 0)) {
                digits.append(sign);
            } else {
                others |= !gap;
            }
        }
        if (digits.length() < 11) {
            return null;
        }
        if (!others) {
            return number(digits.toString());
        }
        Matcher card = GROUPED_CARD.matcher(plain);
        boolean found = GROUPED_MOBILE.matcher(plain).find()
                || (card.find() && Numbers.isIdCard(card.group(1) + card.group(2) + card.group(3)));
        return found ? new PersonalId(plain, "***") : null;
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }
}
