package io.quanyu.serve.command.rows;

import io.quanyu.serve.ask.audience.AudienceMember;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The forms of an exported audience. */
public enum ExportFormat {
    /** For Excel: UTF-8 with byte order mark, Chinese header, ids kept as text. */
    CSV,
    /** For programs: one JSON object a line. */
    JSONL;

    /** What stands before the first member. */
    String head() {
        return switch (this) {
            case CSV -> Csv.BYTE_ORDER_MARK + Csv.line(AudienceText.CSV_COLUMNS);
            case JSONL -> "";
        };
    }

    String line(AudienceMember member) {
        return switch (this) {
            case CSV -> Csv.line(AudienceText.csvCells(member));
            case JSONL -> AudienceText.json(member) + "\n";
        };
    }

    /** Reads {@code --format csv}. */
    public static final class Converter implements ITypeConverter<ExportFormat> {
        @Override
        public ExportFormat convert(String text) {
            return Arrays.stream(values())
                    .filter(format -> format.name().equalsIgnoreCase(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("is '" + text + "', but must be csv or jsonl"));
        }
    }
}
