package io.quanyu.ingest.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a column of a table row, several that make one id, or a constant; compiled from an entry of a column map. */
public final class ColumnReader {

    private final String role;
    private final List<String> columns;
    private final @Nullable String constant;
    private final Converter converter;

    private ColumnReader(String role, Spec spec, Converter converter) {
        this.role = role;
        this.converter = converter;
        this.constant = spec.text("constant");
        List<String> all = new ArrayList<>(spec.texts("columns"));
        String one = spec.text("column");
        if (one != null && !all.isEmpty()) {
            throw spec.wrong("has both \"column\" and \"columns\": name them in one");
        }
        if (one != null) {
            all.add(one);
        }
        if (all.isEmpty() == (constant == null)) {
            throw spec.wrong("needs either \"column\" or \"constant\"");
        }
        this.columns = List.copyOf(all);
    }

    public static ColumnReader id(String role, Spec spec) {
        spec.onlyWith("column", "constant", "integer");
        return new ColumnReader(role, spec, spec.flag("integer") ? CellNumbers::integerId : CellNumbers::id);
    }

    /** An id that several columns may make: their values with hyphens between them. */
    public static ColumnReader joinedId(String role, Spec spec) {
        spec.onlyWith("column", "columns", "constant", "integer", "day");
        return new ColumnReader(role, spec, spec.flag("integer") ? CellNumbers::integerId : CellNumbers::id);
    }

    public static ColumnReader text(String role, Spec spec) {
        return new ColumnReader(role, spec.onlyWith("column", "constant"), Converters::text);
    }

    public static ColumnReader time(String role, Spec spec) {
        spec.onlyWith("column", "constant", "format", "zone");
        return new ColumnReader(role, spec, FieldCompiler.time(spec));
    }

    /** A number that grows with each change: a whole number, or a time if the entry has a format. */
    public static ColumnReader version(String role, Spec spec) {
        spec.onlyWith("column", "constant", "format", "zone");
        if (!spec.has("format")) {
            return new ColumnReader(role, spec, Converters::integer);
        }
        Times times = FieldCompiler.time(spec);
        return new ColumnReader(role, spec, node -> {
            Instant time = times.read(node);
            return time == null ? null : Long.valueOf(time.toEpochMilli());
        });
    }

    /** Pieces or a weight, as {@link BigDecimal}. */
    public static ColumnReader quantity(String role, Spec spec) {
        return new ColumnReader(role, spec.onlyWith("column", "constant"), CellNumbers::quantity);
    }

    /** An amount in fen as {@link BigDecimal}. */
    public static ColumnReader amount(String role, Spec spec) {
        Money unit = FieldCompiler.money(spec.onlyWith("column", "constant", "unit", "each"));
        return new ColumnReader(role, spec, node -> CellNumbers.fen(node, unit));
    }

    /**
     * A word by a table: that of the entry first, then the usual one.
     *
     * @param usual words that need no entry
     * @param meaning what a word of ours means; refuses one that is none of ours
     */
    public static ColumnReader word(
            String role, Spec spec, Map<String, ?> usual, Function<String, ? extends Object> meaning) {
        spec.onlyWith("column", "constant", "table", "default");
        return new ColumnReader(role, spec, FieldCompiler.words(spec, usual, meaning));
    }

    /** The columns; empty for a constant. */
    public List<String> columns() {
        return columns;
    }

    /**
     * The value of the cell, or null if it is empty.
     *
     * @throws BadField naming role and column, if the cell holds something else
     */
    public @Nullable Object read(JsonNode row) {
        if (constant != null) {
            return converter.read(TextNode.valueOf(constant));
        }
        return columns.size() == 1 ? read(row, columns.get(0)) : joined(row);
    }

    private @Nullable Object read(JsonNode row, String column) {
        JsonNode cell = row.path(column);
        if (cell.isMissingNode() || cell.isNull()) {
            return null;
        }
        try {
            return converter.read(cell.isTextual() ? TextNode.valueOf(CellText.plain(cell.asText())) : cell);
        } catch (BadField bad) {
            throw bad.in(role + " in column \"" + column + "\" ");
        }
    }

    /** The last column tells one from the next, so without it there is no id. */
    private @Nullable String joined(JsonNode row) {
        List<String> parts = new ArrayList<>();
        for (String column : columns) {
            Object part = read(row, column);
            if (part == null) {
                return null;
            }
            parts.add(part.toString());
        }
        return String.join("-", parts);
    }

    public @Nullable String string(JsonNode row) {
        return (String) read(row);
    }

    public @Nullable BigDecimal decimal(JsonNode row) {
        return (BigDecimal) read(row);
    }

    /** As {@link #read}, but a value must be there. */
    public Object needed(JsonNode row) {
        Object value = read(row);
        if (value == null) {
            throw BadField.missing(role + " is missing: column \"" + String.join("\" or \"", columns) + "\" is empty");
        }
        return value;
    }

    public Instant instant(JsonNode row) {
        return (Instant) needed(row);
    }
}
