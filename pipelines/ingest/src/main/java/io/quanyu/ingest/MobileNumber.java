package io.quanyu.ingest;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A clear Chinese mobile number. Never printed: {@link #toString} shows the masked form. */
final class MobileNumber {

    private static final Pattern CLEAR = Pattern.compile("(?:\\+?86)?(1\\d{10})");
    private static final Pattern FILLING = Pattern.compile("[\\s-]");

    /** Ranges of virtual operators: privacy numbers of platforms live there, so they never identify anybody. */
    private static final Set<String> VIRTUAL_OPERATORS = Set.of("162", "165", "167", "170", "171");

    private final String digits;

    private MobileNumber(String digits) {
        this.digits = digits;
    }

    static Optional<MobileNumber> parse(String text) {
        Matcher clear = CLEAR.matcher(FILLING.matcher(text.strip()).replaceAll(""));
        if (!clear.matches()) {
            return Optional.empty();
        }
        String digits = clear.group(1);
        boolean virtual = VIRTUAL_OPERATORS.contains(digits.substring(0, 3));
        return virtual || !isMobile(digits) ? Optional.empty() : Optional.of(new MobileNumber(digits));
    }

    private static boolean isMobile(String digits) {
        var number = new PhoneNumber().setCountryCode(86).setNationalNumber(Long.parseLong(digits));
        return PhoneNumberUtil.getInstance().getNumberType(number) == PhoneNumberType.MOBILE;
    }

    String masked() {
        return digits.substring(0, 3) + "****" + digits.substring(7);
    }

    String hash(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(digits.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", impossible);
        }
    }

    @Override
    public String toString() {
        return masked();
    }
}
