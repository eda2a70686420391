package io.quanyu.serve.command.rows;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** How many columns of a terminal a text takes: Chinese characters and full-width signs take two. */
final class TextWidth {

    private static final Set<UnicodeScript> WIDE =
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);
    private static final int FIRST_CJK_SIGN = 0x3000;
    private static final int LAST_CJK_SIGN = 0x303F;
    private static final int FIRST_FULL_WIDTH = 0xFF01;
    private static final int LAST_FULL_WIDTH = 0xFF60;

    private TextWidth() {}

    static int of(String text) {
        return text.codePoints().map(TextWidth::of).sum();
    }

    private static int of(int character) {
        boolean wide = WIDE.contains(UnicodeScript.of(character))
                || (character >= FIRST_CJK_SIGN && character <= LAST_CJK_SIGN)
                || (character >= FIRST_FULL_WIDTH && character <= LAST_FULL_WIDTH);
        return wide ? 2 : 1;
    }
}
