package io.quanyu.ingest.privacy;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A clear Chinese mobile number. Never printed: {@link #toString} shows the masked form. */
public final class MobileNumber {

    private static final Pattern CLEAR = Pattern.compile("(?:(?:\\+|00)?86|0)?(1\\d{10})");
    private static final Pattern FILLING = Pattern.compile("[\\s.·()_—–-]");

    /** Ranges of virtual operators: privacy numbers of platforms live there, so they never identify anybody. */
    private static final Set<String> VIRTUAL_OPERATORS = Set.of("162", "165", "167", "170", "171");

    private final String digits;

    private MobileNumber(String digits) {
        this.digits = digits;
    }

    /** The number, if the text is one in the clear and no number of a virtual operator, no mask, no extension. */
    public static Optional<MobileNumber> parse(String text) {
        Matcher clear =
                CLEAR.matcher(FILLING.matcher(PlainForm.of(text).strip()).replaceAll(""));
        if (!clear.matches()) {
            return Optional.empty();
        }
        String digits = clear.group(1);
        boolean virtual = VIRTUAL_OPERATORS.contains(digits.substring(0, 3));
        return virtual || !isMobile(digits) ? Optional.empty() : Optional.of(new MobileNumber(digits));
    }

    /** True for eleven digits in the form of a mobile number, whoever owns them: such a text must not be shown. */
    public static boolean looksLikeOne(String text) {
        return CLEAR.matcher(FILLING.matcher(PlainForm.of(text).strip()).replaceAll(""))
                .matches();
    }

    private static boolean isMobile(String digits) {
        var number = new PhoneNumber().setCountryCode(86).setNationalNumber(Long.parseLong(digits));
        return PhoneNumberUtil.getInstance().getNumberType(number) == PhoneNumberType.MOBILE;
    }

    /** For the eye, for example "138****0000". */
    public String masked() {
        return masked(digits);
    }

    static String masked(String elevenDigits) {
        return elevenDigits.substring(0, 3) + "****" + elevenDigits.substring(7);
    }

    /** HMAC-SHA256 of the eleven digits, as hex. */
    public String hash(byte[] key) {
        return KeyedHash.of(digits, key);
    }

    @Override
    public String toString() {
        return masked();
    }
}
