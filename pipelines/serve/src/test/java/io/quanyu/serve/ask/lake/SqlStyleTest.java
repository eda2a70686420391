package io.quanyu.serve.ask.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.serve.ask.audit.Check;
import io.trino.sql.tree.CreateTable;
import io.trino.sql.tree.CreateView;
import io.trino.sql.tree.Query;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house style of SQL, held by machine. */
class SqlStyleTest {

    private static final int VIEW_LINES = 90;
    private static final int LINE_LENGTH = 190;
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern COERCED = Pattern.compile("char\\(|smallint|tinyint|time\\(|timestamp(?!\\(6\\))");
    /** What follows from the facts is imported as the current generation has it. */
    private static final Pattern IMPORT = Pattern.compile("\\w+ as \\(\\s*select \\* from lake\\.\\w+\\.\\w+"
            + "(\\s+where coalesce\\(generation, 1\\) = \\(select generation from lake\\.dim\\.generation\\))?\\s*\\)");

    private static final Pattern SELECT_ALL = Pattern.compile("(?:select|\\w+\\.)\\s*\\*|,\\s*\\*");

    static List<SqlFile> files() {
        return SqlFile.all();
    }

    static Stream<SqlFile> checks() {
        return SqlFile.all().stream().filter(SqlFile::isCheck);
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileIsOneStatementThatTrinoParses(SqlFile file) {
        assertThat(file.statement()).isInstanceOfAny(CreateTable.class, CreateView.class, Query.class);
        assertThat(file.code()).doesNotContain(";");
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileStartsWithItsNameAndItsGrain(SqlFile file) {
        assertThat(file.text()).startsWith("-- " + file.name() + ": ");
        assertThat(file.text()).containsPattern(file.isCheck() ? "(?m)^-- Grain of a violation: " : "(?m)^-- Grain: ");
    }

    @ParameterizedTest
    @MethodSource("files")
    void wordsAreLowerCaseAndLinesAreClean(SqlFile file) {
        assertThat(file.code()).doesNotContainPattern("[A-Z]").doesNotContain("\t");
        assertThat(file.text())
                .endsWith("\n")
                .doesNotContainPattern("[ \\t]\\n")
                .doesNotContain("\n\n\n");
        assertThat(file.text().lines()).allMatch(line -> line.length() <= LINE_LENGTH);
    }

    @ParameterizedTest
    @MethodSource("files")
    void everythingIsSelectedByNameExceptInImports(SqlFile file) {
        String withoutImports = IMPORT.matcher(file.code()).replaceAll("").replace("count(*)", "");
        assertThat(withoutImports).doesNotContainPattern(SELECT_ALL);
    }

    @ParameterizedTest
    @MethodSource("files")
    void groupsAndOrdersNameTheirColumns(SqlFile file) {
        assertThat(file.code()).doesNotContainPattern("(?:group|order) by\\s+\\d");
    }

    @ParameterizedTest
    @MethodSource("checks")
    void aCheckIsAQueryWithAPromise(SqlFile file) {
        assertThat(file.statement()).isInstanceOf(Query.class);
        assertThat(Check.parse(file.text(), file.toString()).name()).isEqualTo(file.name());
    }

    @Test
    void anObjectLiesWhereItsNameSays() {
        for (SqlFile file : SqlFile.all()) {
            if (!file.isCheck()) {
                assertThat(SqlObject.parse(file.text(), file.toString()).qualifiedName())
                        .isEqualTo(file.layer() + "." + file.name());
            }
        }
    }

    @Test
    void tablesAndTheirColumnsHaveChineseComments() {
        for (SqlFile file : SqlFile.tables()) {
            assertThat(((CreateTable) file.statement()).getComment().orElse("")).containsPattern(CHINESE);
            assertThat(file.columns())
                    .allSatisfy(column -> assertThat(column.getComment().orElse(""))
                            .as("%s of %s", column.getName(), file)
                            .containsPattern(CHINESE));
        }
    }

    @Test
    void columnsHaveTypesThatTheLakeKeepsAsTheyAre() {
        for (SqlFile file : SqlFile.tables()) {
            assertThat(file.columns())
                    .as("Iceberg makes another type of it, and the lake would never be as %s says", file)
                    .noneMatch(column ->
                            COERCED.matcher(column.getType().toString()).find());
        }
    }

    @Test
    void moneyIsInYuanAndSaysSo() {
        for (SqlFile file : SqlFile.tables()) {
            file.columns().stream()
                    .filter(column -> column.getName().toString().endsWith("_yuan"))
                    .forEach(column -> {
                        assertThat(column.getType().toString())
                                .as("%s of %s", column, file)
                                .isEqualTo("decimal(18, 2)");
                        assertThat(column.getComment().orElse("")).contains("元");
                    });
            assertThat(file.code()).doesNotContain("_fen ");
        }
    }

    @Test
    void viewsAreShortRunAsTheirReaderAndHaveChineseComments() {
        for (SqlFile file : SqlFile.views()) {
            var view = (CreateView) file.statement();
            assertThat(file.text().lines().count()).as(file.toString()).isLessThanOrEqualTo(VIEW_LINES);
            assertThat(view.getComment().orElse("")).containsPattern(CHINESE);
            assertThat(view.getSecurity()).as(file.toString()).contains(CreateView.Security.INVOKER);
        }
    }
}
