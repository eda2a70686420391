package io.quanyu.jobs.iceberg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** The tables as {@code sql/} defines them, read for tests: column, type, comment, one after the other. */
public final class Ddl {

    private static final Path SQL = Path.of("..", "..", "sql");
    private static final Pattern TABLE = Pattern.compile("(?m)^create table if not exists lake\\.(\\w+\\.\\w+) ");
    private static final Pattern COLUMN = Pattern.compile("(?m)^    (\\w+) (.+?)(?:\\s+not null)?\\s+comment '");
    private static final Pattern DECIMAL = Pattern.compile("decimal\\((\\d+), ?(\\d+)\\)");

    private int lastId;

    private Ddl() {}

    /** The schema of a table, for example {@code dwd.order_changed}. */
    public static Schema schema(String table) throws IOException {
        String ddl = Files.readString(SQL.resolve(table.replace('.', '/') + ".sql"));
        return new Schema(new Ddl().columns(ddl));
    }

    /** Names of all tables, for example {@code dwd.order_changed}; no views. */
    static List<String> tables() throws IOException {
        try (Stream<Path> files = Files.walk(SQL, 2)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .map(Ddl::tablesIn)
                    .flatMap(List::stream)
                    .toList();
        }
    }

    private static List<String> tablesIn(Path file) {
        try {
            return TABLE.matcher(Files.readString(file))
                    .results()
                    .map(table -> table.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Types.NestedField> columns(String ddl) {
        List<Types.NestedField> columns = new ArrayList<>();
        Matcher column = COLUMN.matcher(ddl);
        while (column.find()) {
            columns.add(Types.NestedField.optional(++lastId, column.group(1), type(column.group(2))));
        }
        return columns;
    }

    private Type type(String text) {
        if (text.startsWith("array(")) {
            return Types.ListType.ofOptional(++lastId, type(inner(text)));
        }
        if (text.startsWith("row(")) {
            return struct(inner(text));
        }
        Matcher decimal = DECIMAL.matcher(text);
        if (decimal.matches()) {
            return Types.DecimalType.of(Integer.parseInt(decimal.group(1)), Integer.parseInt(decimal.group(2)));
        }
        return switch (text) {
            case "varchar" -> Types.StringType.get();
            case "bigint" -> Types.LongType.get();
            case "integer" -> Types.IntegerType.get();
            case "boolean" -> Types.BooleanType.get();
            case "date" -> Types.DateType.get();
            case "timestamp(6) with time zone" -> Types.TimestampType.withZone();
            default -> throw new IllegalArgumentException("A column has type " + text + ", which no test knows");
        };
    }

    private Types.StructType struct(String fields) {
        List<Types.NestedField> inner = new ArrayList<>();
        for (String field : fields.split(", (?=\\w+ )", -1)) {
            String[] parts = field.split(" ", 2);
            inner.add(Types.NestedField.optional(++lastId, parts[0], type(parts[1])));
        }
        return Types.StructType.of(inner);
    }

    private static String inner(String text) {
        return text.substring(text.indexOf('(') + 1, text.length() - 1);
    }
}
