package io.quanyu.serve.command.rows;

import io.quanyu.serve.ask.query.RowWriter;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The forms in which rows can be printed. */
public enum RowFormat {
    /** Aligned columns for people. */
    TABLE,
    /** One line a row, cells apart by tabs; tab, line end and backslash in a cell are written as \t, \n, \\. */
    TSV,
    /** RFC 4180, for programs that open tables: ids stay text, and no text is run as a formula. */
    CSV,
    /** One JSON object a row. */
    JSONL;

    public RowWriter to(PrintWriter out) {
        return switch (this) {
            case TABLE -> new AlignedRows(out);
            case TSV -> DelimitedRows.tabs(out);
            case CSV -> DelimitedRows.commas(out);
            case JSONL -> new JsonRows(out);
        };
    }

    /** Reads {@code --format tsv}. */
    public static final class Converter implements ITypeConverter<RowFormat> {
        @Override
        public RowFormat convert(String text) {
            return Arrays.stream(values())
                    .filter(format -> format.name().equalsIgnoreCase(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("is '" + text + "', but must be one of "
                            + Arrays.stream(values())
                                    .map(format -> format.name().toLowerCase(Locale.ROOT))
                                    .collect(Collectors.joining(", "))));
        }
    }
}
