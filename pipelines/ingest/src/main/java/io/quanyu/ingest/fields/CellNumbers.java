package io.quanyu.ingest.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quanyu.ingest.privacy.TextGuard;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads ids, amounts and quantities as spreadsheets write them. Nothing is guessed: what has lost digits is refused. */
final class CellNumbers {

    private static final Pattern LOST_DIGITS = Pattern.compile("\\d(?:\\.\\d+)?[eE]\\+\\d{1,3}");
    private static final Pattern DIGITS_AND_ZEROS = Pattern.compile("(\\d{5,})\\.0+");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,15})?");
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?");
    private static final Pattern NEGATIVE = Pattern.compile("\\((.+)\\)");
    private static final Pattern CURRENCY = Pattern.compile("[¥￥$£€\\s]|R\\$|CNY|RMB|元");
    private static final Pattern UNIT = Pattern.compile("(?<=\\d)\\s*[\\p{IsHan}A-Za-z]{1,3}$");

    private CellNumbers() {}

    /** An id: {@code 13800000001.0} is its digits, and {@code 6.9E+18} is none. */
    static @Nullable String id(JsonNode cell) {
        if (!cell.isTextual()) {
            return Converters.id(cell);
        }
        String text = CellText.halfWidth(cell.asText());
        refuseLostDigits(text);
        Matcher decimal = DIGITS_AND_ZEROS.matcher(text);
        return Converters.id(TextNode.valueOf(decimal.matches() ? decimal.group(1) : text));
    }

    static @Nullable String integerId(JsonNode cell) {
        String text = CellText.halfWidth(Converter.text(cell));
        refuseLostDigits(text);
        return Converters.integerId(TextNode.valueOf(text));
    }

    static void refuseLostDigits(String text) {
        if (LOST_DIGITS.matcher(text).matches()) {
            throw BadField.bad("has lost its digits, a spreadsheet left " + text
                    + ": format the column as text and export the file again");
        }
    }

    /** An amount in fen that may have a fraction, for a price is multiplied before it is rounded to nothing. */
    static @Nullable BigDecimal fen(JsonNode cell, Money unit) {
        BigDecimal amount = decimal(cell, "an amount in " + unit.name().toLowerCase(Locale.ROOT));
        if (amount != null) {
            Converters.refusePersonal(amount.toPlainString());
        }
        return amount != null && unit == Money.YUAN ? amount.movePointRight(2) : amount;
    }

    /** Pieces, or a weight. A unit after it is no part of it. */
    static @Nullable BigDecimal quantity(JsonNode cell) {
        String text = UNIT.matcher(CellText.halfWidth(Converter.text(cell))).replaceAll("");
        return decimal(TextNode.valueOf(text), "a quantity");
    }

    private static @Nullable BigDecimal decimal(JsonNode cell, String what) {
        String written = Converter.text(cell);
        String text = withoutSigns(written);
        if (text.isEmpty()) {
            return null;
        }
        if (!DECIMAL.matcher(text).matches()) {
            throw BadField.bad("must be " + what + ", but is " + TextGuard.quote(written));
        }
        return new BigDecimal(text);
    }

    /** The digits of an amount: no sign of a currency, no commas between thousands, no brackets for a minus. */
    static String withoutSigns(String written) {
        String text = CURRENCY.matcher(CellText.halfWidth(written).replace('\u2212', '-'))
                .replaceAll("");
        Matcher negative = NEGATIVE.matcher(text);
        if (negative.matches()) {
            text = "-" + negative.group(1);
        }
        return THOUSANDS.matcher(text).matches() ? text.replace(",", "") : text;
    }
}
