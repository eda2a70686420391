package io.quanyu.serve.ask.lake;

import io.trino.sql.parser.SqlParser;
import io.trino.sql.tree.ColumnDefinition;
import io.trino.sql.tree.CreateTable;
import io.trino.sql.tree.CreateView;
import io.trino.sql.tree.QuerySpecification;
import io.trino.sql.tree.SelectItem;
import io.trino.sql.tree.SingleColumn;
import io.trino.sql.tree.Statement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A file under {@code sql/}, read with Trino's own parser. */
public record SqlFile(Path path, String text) {

    public static final Path SQL = Path.of("../../sql");

    private static final SqlParser PARSER = new SqlParser();
    private static final Pattern COMMENT_OR_TEXT = Pattern.compile("--[^\\n]*|'(?:[^']|'')*'");

    /** Every file with the ending .sql, checks too. */
    static List<SqlFile> all() {
        try (Stream<Path> files = Files.walk(SQL)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .map(SqlFile::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<SqlFile> tables() {
        return all().stream()
                .filter(file -> file.statement() instanceof CreateTable)
                .toList();
    }

    static List<SqlFile> views() {
        return all().stream()
                .filter(file -> file.statement() instanceof CreateView)
                .toList();
    }

    String name() {
        return path.getFileName().toString().replace(".sql", "");
    }

    String layer() {
        return path.getParent().getFileName().toString();
    }

    boolean isCheck() {
        return layer().equals("checks");
    }

    /** The text without comments and string literals. */
    String code() {
        return COMMENT_OR_TEXT.matcher(text).replaceAll("''");
    }

    Statement statement() {
        return PARSER.createStatement(text);
    }

    List<ColumnDefinition> columns() {
        return ((CreateTable) statement())
                .getElements().stream().map(ColumnDefinition.class::cast).toList();
    }

    /** Names of the columns of a view. */
    List<String> outputs() {
        var query = (QuerySpecification) ((CreateView) statement()).getQuery().getQueryBody();
        return query.getSelect().getSelectItems().stream().map(SqlFile::output).toList();
    }

    private static String output(SelectItem item) {
        var column = (SingleColumn) item;
        String text = column.getExpression().toString();
        return column.getAlias().map(alias -> alias.getValue()).orElse(text.substring(text.lastIndexOf('.') + 1));
    }

    private static SqlFile read(Path path) {
        try {
            return new SqlFile(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return layer() + "/" + path.getFileName();
    }
}
