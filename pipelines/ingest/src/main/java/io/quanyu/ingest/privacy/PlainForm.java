package io.quanyu.ingest.privacy;

import java.text.Normalizer;

/** A text as machines write it: digits of any script are 0 to 9, full-width letters and signs are narrow. */
final class PlainForm {

    private static final String ZEROS_OF_CHINESE = "〇零";
    private static final String CHINESE = "一二三四五六七八九";
    private static final String OF_CHEQUES = "壹贰叁肆伍陆柒捌玖";
    private static final int FULL_WIDTH = 0xFEE0;

    private PlainForm() {}

    /** As long as the text, so that what is found here stands at the same place there. Signs without width are blanks. */
    static String of(String text) {
        int first = 0;
        while (first < text.length() && text.charAt(first) < 0x80) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        char[] plain = text.toCharArray();
        for (int index = first; index < plain.length; index++) {
            if (plain[index] >= 0x80) {
                plain[index] = plain(text, index);
            }
        }
        return new String(plain);
    }

    private static char plain(String text, int index) {
        char sign = text.charAt(index);
        if (sign >= 0xFF01 && sign <= 0xFF5E) {
            return (char) (sign - FULL_WIDTH);
        }
        if (Character.isLowSurrogate(sign) && index > 0 && Character.isHighSurrogate(text.charAt(index - 1))) {
            return isDigit(text.codePointAt(index - 1)) ? ' ' : sign;
        }
        int codePoint = text.codePointAt(index);
        int digit = digit(codePoint);
        if (digit >= 0) {
            return (char) ('0' + digit);
        }
        return Character.getType(codePoint) == Character.FORMAT || Character.isSpaceChar(codePoint) ? ' ' : sign;
    }

    private static boolean isDigit(int codePoint) {
        return digit(codePoint) >= 0;
    }

    /** 0 to 9; -1 for everything else, the sign of ten among it. */
    private static int digit(int codePoint) {
        if (codePoint == '幺') {
            return 1;
        }
        if ((codePoint >= 0x4E00 && codePoint <= 0x9FFF) || codePoint == '〇') {
            return ofChinese(codePoint);
        }
        if (Character.getType(codePoint) != Character.OTHER_NUMBER) {
            // Letters would be digits of a higher base.
            return Character.getType(codePoint) == Character.DECIMAL_DIGIT_NUMBER ? Character.digit(codePoint, 10) : -1;
        }
        String narrow = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
        return narrow.length() == 1 ? Character.digit(narrow.charAt(0), 10) : -1;
    }

    private static int ofChinese(int codePoint) {
        if (ZEROS_OF_CHINESE.indexOf(codePoint) >= 0) {
            return 0;
        }
        int place = Math.max(CHINESE.indexOf(codePoint), OF_CHEQUES.indexOf(codePoint));
        return place < 0 ? -1 : place + 1;
    }
}
