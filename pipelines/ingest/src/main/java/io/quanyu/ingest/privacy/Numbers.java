package io.quanyu.ingest.privacy;

/** Which runs of digits 0 to 9 are the number of a person. */
final class Numbers {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_SIGNS = "10X98765432";
    private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    /** Younger customers have no card of their own, and store and day of an order look like region and birth. */
    private static final int LAST_BIRTH_YEAR = 2015;

    private Numbers() {}

    /** Eleven digits of a mobile number, with or without country code or trunk zero. */
    static boolean isMobile(CharSequence digits, int start, int end) {
        int mobile = end - 11;
        if (mobile < start || digits.charAt(mobile) != '1' || digits.charAt(mobile + 1) < '3') {
            return false;
        }
        String before = digits.subSequence(start, mobile).toString();
        return before.isEmpty() || before.equals("0") || before.equals("86") || before.equals("0086");
    }

    /** Eighteen signs of an identity card: region, plausible birth, and the check sign that fits. */
    static boolean isIdCard(CharSequence card) {
        if (card.length() != 18 || !isRegion(card)) {
            return false;
        }
        int sum = 0;
        for (int place = 0; place < 17; place++) {
            sum += (card.charAt(place) - '0') * WEIGHTS[place];
        }
        return isBirth(card) && CHECK_SIGNS.charAt(sum % 11) == Character.toUpperCase(card.charAt(17));
    }

    /** The check of bank cards. */
    static boolean isLuhn(CharSequence digits) {
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            int digit = digits.charAt(digits.length() - 1 - place) - '0';
            int counted = place % 2 == 0 ? digit : 2 * digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }

    private static boolean isRegion(CharSequence card) {
        int province = number(card, 0, 2);
        return switch (province / 10) {
            case 1 -> province >= 11 && province <= 15;
            case 2 -> province >= 21 && province <= 23;
            case 3 -> province >= 31 && province <= 37;
            case 4 -> province >= 41 && province <= 46;
            case 5 -> province >= 50 && province <= 54;
            case 6 -> province >= 61 && province <= 65;
            case 7 -> province == 71;
            case 8 -> province >= 81 && province <= 83;
            default -> false;
        };
    }

    private static boolean isBirth(CharSequence card) {
        int year = number(card, 6, 10);
        int month = number(card, 10, 12);
        int day = number(card, 12, 14);
        boolean exists = month >= 1 && month <= 12 && day >= 1 && day <= DAYS[month - 1];
        return exists && year >= 1900 && year <= LAST_BIRTH_YEAR;
    }

    private static int number(CharSequence digits, int start, int end) {
        int number = 0;
        for (int place = start; place < end; place++) {
            number = 10 * number + digits.charAt(place) - '0';
        }
        return number;
    }
}
