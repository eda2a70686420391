package io.quanyu.serve.ask.personal;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what should never have come through the door. It shares no code with the guard there, so that what one overlooks the
 * other may see.
 */
public enum PersonalData {
    PHONE("手机号", "(?<!\\d)(?:(?:\\+|00)?86~{0,3}|0)?1~{0,3}[3-9](?:~{0,3}\\d){9}(?!\\d)", found -> true),
    ID_CARD("身份证号", "(?<!\\d)[1-8](?:~{0,2}\\d){16}~{0,2}[\\dXx](?![0-9A-Za-z])", PersonalData::isIdCard),
    BANK_CARD("银行卡号", "(?<!\\d)(?:62\\d{14,17}|\\d{4}(?:[ -]\\d{4}){3}(?:[ -]\\d{1,3})?)(?!\\d)", PersonalData::isCard),
    MAIL("邮箱", "[\\w+-]\\s?@\\s?[\\w-]+(?:\\.[\\w-]+)*\\.[A-Za-z]{2,}", found -> true),
    PLATE(
            "车牌号",
            "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使]\\s?[A-HJ-NP-Za-hj-np-z][\\s.·•-]?"
                    + "(?=(?:[A-Za-z]*\\d){2})[A-HJ-NP-Za-hj-np-z\\d]{4,5}[A-HJ-NP-Za-hj-np-z\\d挂学警港澳](?![0-9A-Za-z])",
            found -> true);

    /** Hashes and other long hex words have digits as they like. */
    private static final Pattern HEX =
            Pattern.compile("(?<![0-9A-Za-z])(?=\\d*[a-fA-F])[0-9a-fA-F]{16,}(?![0-9A-Za-z])");

    private static final String CHINESE_DIGITS = "〇零0一壹幺1二贰2三叁3四肆4五伍5六陆6七柒7八捌8九玖9";
    private static final Pattern CHINESE_DIGIT = Pattern.compile("[〇零一壹幺二贰三叁四肆五伍六陆七柒八捌九玖]");
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

    private final String chineseName;
    private final Pattern form;

    @SuppressWarnings("ImmutableEnumChecker") // A function of the text alone.
    private final Predicate<String> check;

    PersonalData(String chineseName, String form, Predicate<String> check) {
        this.chineseName = chineseName;
        // Between two digits of one number stands any sign but those that stand between two values.
        this.form = Pattern.compile(form.replace("~", "[^\\p{L}\\p{N}*:,\"'@#|={}]"));
        this.check = check;
    }

    public String chineseName() {
        return chineseName;
    }

    /** The kinds that stand in a text in clear; none if there is nothing. */
    public static Set<PersonalData> in(String text) {
        Set<PersonalData> found = EnumSet.noneOf(PersonalData.class);
        String plain = plain(text);
        for (PersonalData kind : values()) {
            if (kind.isIn(plain)) {
                found.add(kind);
            }
        }
        return found;
    }

    private boolean isIn(String plain) {
        Matcher matcher = form.matcher(plain);
        while (matcher.find()) {
            if (check.test(matcher.group().replaceAll("[^0-9Xx]", ""))) {
                return true;
            }
        }
        return false;
    }

    private static String plain(String text) {
        String narrow = INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
        String digits = CHINESE_DIGIT.matcher(narrow).replaceAll(PersonalData::digit);
        return HEX.matcher(digits).replaceAll("*");
    }

    private static String digit(MatchResult chinese) {
        int place = CHINESE_DIGITS.indexOf(chinese.group());
        while (!isLatin(CHINESE_DIGITS.charAt(place))) {
            place++;
        }
        return String.valueOf(CHINESE_DIGITS.charAt(place));
    }

    private static boolean isLatin(char sign) {
        return sign >= '0' && sign <= '9';
    }

    /** The weighted sum of all signs leaves 1 over 11; the birth is a day on which a customer may be born. */
    private static boolean isIdCard(String card) {
        int sum = 0;
        for (int place = 0; place < card.length(); place++) {
            char sign = card.charAt(place);
            sum = (2 * sum + (isLatin(sign) ? sign - '0' : 10)) % 11;
        }
        try {
            int year = LocalDate.of(
                            Integer.parseInt(card.substring(6, 10)),
                            Integer.parseInt(card.substring(10, 12)),
                            Integer.parseInt(card.substring(12, 14)))
                    .getYear();
            return sum == 1 && year >= 1900 && year <= 2015;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    private static boolean isCard(String card) {
        int sum = 0;
        boolean doubled = false;
        for (int place = card.length() - 1; place >= 0; place--) {
            int digit = card.charAt(place) - '0';
            sum += doubled ? 2 * digit / 10 + 2 * digit % 10 : digit;
            doubled = !doubled;
        }
        return sum % 10 == 0;
    }
}
