package io.quanyu.ingest.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quanyu.ingest.privacy.TextGuard;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one column of a table row, or stands for a constant; compiled from an entry of a column map. */
public final class ColumnReader {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,15})?");

    private final String role;
    private final @Nullable String column;
    private final @Nullable Object constant;
    private final Converter converter;

    private ColumnReader(String role, Spec spec, Converter converter) {
        this.role = role;
        this.column = spec.text("column");
        this.converter = converter;
        String fixed = spec.text("constant");
        if ((column == null) == (fixed == null)) {
            throw spec.wrong("needs either \"column\" or \"constant\"");
        }
        this.constant = fixed;
    }

    public static ColumnReader id(String role, Spec spec) {
        spec.onlyWith("column", "constant", "integer");
        return new ColumnReader(role, spec, spec.flag("integer") ? Converters::integerId : Converters::id);
    }

    public static ColumnReader text(String role, Spec spec) {
        return new ColumnReader(role, spec.onlyWith("column", "constant"), Converters::text);
    }

    public static ColumnReader integer(String role, Spec spec) {
        return new ColumnReader(role, spec.onlyWith("column", "constant"), Converters::integer);
    }

    public static ColumnReader time(String role, Spec spec) {
        return new ColumnReader(role, spec.onlyWith("column", "constant", "format", "zone"), FieldCompiler.time(spec));
    }

    /** An amount in fen that may have a fraction, for a price is multiplied before it is rounded to nothing. */
    public static ColumnReader amount(String role, Spec spec) {
        Money unit = FieldCompiler.money(spec.onlyWith("column", "constant", "unit"));
        return new ColumnReader(role, spec, node -> amount(node, unit));
    }

    /** The column; null for a constant. */
    public @Nullable String column() {
        return column;
    }

    /**
     * The value of the cell, or null if it is empty.
     *
     * @throws BadField naming role and column, if the cell holds something else
     */
    public @Nullable Object read(JsonNode row) {
        if (constant != null) {
            return converter.read(JsonNodeFactory.instance.textNode(constant.toString()));
        }
        JsonNode cell = row.path(column);
        if (cell.isMissingNode() || cell.isNull()) {
            return null;
        }
        try {
            return converter.read(cell);
        } catch (BadField bad) {
            throw bad.in(role + " in column \"" + column + "\" ");
        }
    }

    public @Nullable String string(JsonNode row) {
        return (String) read(row);
    }

    /** As {@link #read}, but a value must be there. */
    public Object needed(JsonNode row) {
        Object value = read(row);
        if (value == null) {
            throw BadField.missing(role + " is missing: column \"" + column + "\" is empty");
        }
        return value;
    }

    public Instant instant(JsonNode row) {
        return (Instant) needed(row);
    }

    private static @Nullable BigDecimal amount(JsonNode cell, Money unit) {
        String text = Converter.text(cell);
        if (text.isEmpty()) {
            return null;
        }
        if (!DECIMAL.matcher(text).matches()) {
            throw BadField.bad("must be an amount in " + unit.name().toLowerCase(Locale.ROOT) + ", but is "
                    + TextGuard.quote(text));
        }
        Converters.refusePersonal(text);
        return unit == Money.YUAN ? new BigDecimal(text).movePointRight(2) : new BigDecimal(text);
    }
}
