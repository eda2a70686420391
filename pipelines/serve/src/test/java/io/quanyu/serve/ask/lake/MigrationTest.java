package io.quanyu.serve.ask.lake;

import static java.util.function.Function.identity;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MigrationTest {

    private static final Path RELEASES = Path.of("src/test/resources/sql");
    private static final ExistingLake EMPTY = new ExistingLake(Map.of(), Set.of(), Set.of());
    private static final SqlObject TABLE = SqlObject.parse("create table if not exists lake.dws.a (x bigint)", "a.sql");
    private static final SqlObject VIEW = view("b", "lake.dws.a");

    /** Folders of tables as earlier builds defined them, named after the commit. */
    static List<Path> releases() throws Exception {
        try (Stream<Path> releases = Files.list(RELEASES)) {
            return releases.toList();
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void everyLakeOfAnEarlierBuildBecomesOneOfToday(Path release) {
        Map<String, TableDefinition> tables = SqlFolder.at(release).inApplyOrder().stream()
                .map(table -> TableDefinition.parse(table.sql(), table.file()))
                .collect(Collectors.toMap(TableDefinition::name, identity()));

        Migration migration =
                Migration.of(SqlFolder.at(SqlFile.SQL).inApplyOrder(), new ExistingLake(tables, Set.of(), Set.of()));

        assertThat(tables).hasSizeGreaterThanOrEqualTo(20);
        assertThat(migration.refusals()).isEmpty();
    }

    @Test
    void anEmptyLakeGetsItsSchemasAndTables() {
        Migration migration = Migration.of(List.of(TABLE, VIEW), EMPTY);

        assertThat(migration.creations())
                .extracting(LakeStep::what)
                .containsExactly("schema ods", "schema dwd", "schema dim", "schema dws", "schema ads", "sql/dws/a.sql");
        assertThat(migration.changes()).isEmpty();
        assertThat(migration.refusals()).isEmpty();
    }

    @Test
    void aTableThatIsThereIsChangedAndNotMade() {
        TableDefinition older = TableDefinition.parse("create table lake.dws.a (y bigint)", "a");
        Migration migration =
                Migration.of(List.of(TABLE), new ExistingLake(Map.of("dws.a", older), Set.of(), Set.of()));

        assertThat(migration.creations()).extracting(LakeStep::what).doesNotContain("sql/dws/a.sql");
        assertThat(migration.changes())
                .containsExactly(new LakeStep("dws.a gets column x", "alter table lake.dws.a add column x bigint"));
    }

    @Test
    void aViewMayReadWhatOnlyTheLakeHasOrTrinoItself() {
        var lake = new ExistingLake(Map.of(), Set.of("dws.old_table"), Set.of("ads.old_view"));

        assertThat(Migration.of(
                                List.of(view(
                                        "c", "lake.dws.old_table, lake.ads.old_view, lake.information_schema.tables")),
                                lake)
                        .refusals())
                .isEmpty();
    }

    @Test
    void whatAViewReadsMustBeThere() {
        assertThat(Migration.of(List.of(view("c", "lake.dws.gone")), EMPTY).refusals())
                .containsExactly(
                        "sql/dws/c.sql reads dws.gone, which neither sql/ nor the lake has: name what it reads");
    }

    @Test
    void aTableAndAViewDoNotTakeEachOthersName() {
        var lake = new ExistingLake(Map.of(), Set.of("dws.b"), Set.of("dws.a"));

        assertThat(Migration.of(List.of(TABLE, VIEW), lake).refusals())
                .containsExactly(
                        "dws.a is a view in the lake and a table in sql/dws/a.sql: drop the view",
                        "dws.b is a table in the lake and a view in sql/dws/b.sql: give the view another name, or move"
                                + " the table's rows away and drop it");
    }

    private static SqlObject view(String name, String reads) {
        return SqlObject.parse("create or replace view lake.dws." + name + " as select x from " + reads, name);
    }
}
