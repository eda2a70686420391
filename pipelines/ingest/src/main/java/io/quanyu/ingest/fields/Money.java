package io.quanyu.ingest.fields;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanyu.ingest.privacy.TextGuard;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Amounts to fen, exactly: text or number, never through a double. */
public enum Money implements Converter {
    FEN(0),
    YUAN(2);

    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,15})?");
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(1_000_000_000_000_000L);

    private final int places;

    Money(int places) {
        this.places = places;
    }

    @Override
    public @Nullable Long read(JsonNode node) {
        String text = Converter.text(node);
        return text.isEmpty()
                ? null
                : fen(node.isNumber() ? plain(node.decimalValue()) : CellNumbers.withoutSigns(text));
    }

    /** Fen of a decimal text. */
    public long fen(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw BadField.bad("must be an amount, but is " + TextGuard.quote(text));
        }
        Converters.refusePersonal(text);
        return fen(new BigDecimal(text));
    }

    /** Fen of an amount in this unit. */
    public long fen(BigDecimal amount) {
        BigDecimal fen = amount.movePointRight(places).stripTrailingZeros();
        if (fen.scale() > 0) {
            throw BadField.bad(
                    "must have whole fen, but " + amount + " in " + name().toLowerCase(Locale.ROOT) + " has a rest");
        }
        if (fen.abs().compareTo(HIGHEST) > 0) {
            throw BadField.bad("is beyond any amount of money");
        }
        return fen.longValueExact();
    }

    /** A number with an exponent, such as 1.88E+2, in plain digits; a monstrous one is refused before it is written out. */
    private static String plain(BigDecimal number) {
        if (number.precision() - number.scale() > 15 || number.scale() > 15) {
            throw BadField.bad("is beyond any amount of money");
        }
        return number.toPlainString();
    }
}
