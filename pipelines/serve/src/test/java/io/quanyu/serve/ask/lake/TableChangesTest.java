package io.quanyu.serve.ask.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableChangesTest {

    /** As Trino shows a table: its own capitals and quotes, properties that no file names. */
    private static final TableDefinition SHOWN = definition(
            """
            CREATE TABLE lake.dws.visit (
               tenant varchar COMMENT 'the merchant''s',
               seen timestamp(6) with time zone,
               paid_yuan decimal(18, 2) COMMENT 'paid',
               subject ROW("type" varchar, "value" varchar)
            )
            COMMENT 'visits'
            WITH (
               format = 'PARQUET',
               location = 'file:///lake/dws/visit',
               partitioning = ARRAY['day(seen)','bucket(tenant, 4)']
            )""");

    @Test
    void aTableAsItsFileSaysIsLeftAlone() {
        assertThat(
                        changes(
                                """
                        create table if not exists lake.dws.visit (
                            subject row(value varchar, type varchar),
                            paid_yuan decimal(18,2) comment 'paid',
                            tenant varchar comment 'the merchant''s',
                            seen timestamp(6) with time zone
                        )
                        comment 'visits'
                        with (format = 'PARQUET', partitioning = array['day(seen)', 'bucket(tenant,4)'])"""))
                .isEqualTo(new TableChanges(List.of(), List.of()));
    }

    @Test
    void whatTheFileHasMoreIsAddedAndWhatItHasLessStays() {
        assertThat(
                        changes(
                                """
                        create table if not exists lake.dws.visit (
                            tenant varchar comment 'whose',
                            level bigint comment 'it''s new',
                            days array(date)
                        )
                        comment 'all visits'
                        with (format = 'PARQUET', partitioning = array['day(seen)', 'bucket(tenant, 4)'])"""))
                .isEqualTo(new TableChanges(
                        List.of(
                                new LakeStep(
                                        "dws.visit says what tenant is",
                                        "comment on column lake.dws.visit.tenant is 'whose'"),
                                new LakeStep(
                                        "dws.visit gets column level",
                                        "alter table lake.dws.visit add column level bigint comment 'it''s new'"),
                                new LakeStep(
                                        "dws.visit gets column days",
                                        "alter table lake.dws.visit add column days array(date)"),
                                new LakeStep(
                                        "dws.visit says what it is",
                                        "comment on table lake.dws.visit is 'all visits'")),
                        List.of()));
    }

    @Test
    void aCommentThatTheFileDropsIsTakenAway() {
        assertThat(TableChanges.between(
                        definition("create table lake.dws.x (a varchar comment 'a') comment 'x'"),
                        definition("create table lake.dws.x (a varchar)")))
                .isEqualTo(new TableChanges(
                        List.of(
                                new LakeStep("dws.x says what a is", "comment on column lake.dws.x.a is null"),
                                new LakeStep("dws.x says what it is", "comment on table lake.dws.x is null")),
                        List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    integer                  | bigint                               | WIDENING
                    bigint                   | integer                              | IMPOSSIBLE
                    int                      | integer                              | NONE
                    decimal(18, 2)           | decimal(18,2)                        | NONE
                    decimal(18, 2)           | decimal(20, 2)                       | WIDENING
                    decimal(18, 2)           | decimal(16, 2)                       | IMPOSSIBLE
                    decimal(18, 2)           | decimal(20, 4)                       | IMPOSSIBLE
                    varchar                  | bigint                               | IMPOSSIBLE
                    date                     | timestamp(6) with time zone          | IMPOSSIBLE
                    timestamp(6)             | timestamp(6) with time zone          | IMPOSSIBLE
                    array(date)              | array(date)                          | NONE
                    array(integer)           | array(bigint)                        | WIDENING
                    array(varchar)           | array(date)                          | IMPOSSIBLE
                    array(varchar)           | varchar                              | IMPOSSIBLE
                    row("a" varchar)         | row(a varchar, b date)               | WIDENING
                    row(a varchar, b date)   | row(a varchar)                       | IMPOSSIBLE
                    row(a integer)           | row(a varchar, b date)               | IMPOSSIBLE
                    array(row("a" integer))  | array(row(a bigint, b array(date)))  | WIDENING
                    """)
    void typesChangeOnlyToThoseThatHoldTheirValues(String from, String to, TypeChange change) {
        assertThat(TypeChange.between(type(from), type(to))).isEqualTo(change);
    }

    @Test
    void aWiderTypeIsTaken() {
        assertThat(TableChanges.between(
                        definition("create table lake.dws.x (a integer not null, b array(row(\"c\" integer)))"),
                        definition("create table lake.dws.x (a bigint, b array(row(c integer, d date)))")))
                .isEqualTo(new TableChanges(
                        List.of(
                                new LakeStep(
                                        "dws.x widens a", "alter table lake.dws.x alter column a set data type bigint"),
                                new LakeStep(
                                        "dws.x lets a be null", "alter table lake.dws.x alter column a drop not null"),
                                new LakeStep(
                                        "dws.x widens b",
                                        "alter table lake.dws.x alter column b set data type"
                                                + " array(ROW(c integer, d date))")),
                        List.of()));
    }

    @Test
    void allThatCannotBeIsRefusedWithWhatToDo() {
        assertThat(changes(
                                """
                                create table if not exists lake.dws.visit (
                                    tenant bigint comment 'the merchant''s',
                                    seen timestamp(6) with time zone not null,
                                    level bigint not null comment 'new'
                                )
                                comment 'visits'
                                with (format = 'ORC')""")
                        .refusals())
                .containsExactly(
                        "dws.visit has format 'PARQUET' in the lake and 'ORC' in sql/dws/visit.sql:"
                                + " put back what the lake has, or make a table of another name",
                        "dws.visit.tenant is varchar in the lake and bigint in sql/dws/visit.sql, which its values do not"
                                + " fit: put back the type, or give the new one a column of another name",
                        "dws.visit.seen may be null in the lake and is 'not null' in sql/dws/visit.sql: leave out 'not null'",
                        "dws.visit.level is not in the lake and 'not null' in sql/dws/visit.sql, but rows that are there"
                                + " have nothing in it: leave out 'not null'");
    }

    @Test
    void whatIsWrittenFromNowOnMayBePartitionedOtherwise() {
        TableDefinition byDay = TableDefinition.parse(
                "create table lake.dws.x (a date) with (format = 'PARQUET', partitioning = array['day(a)'])", "now");
        TableDefinition byMonth = TableDefinition.parse(
                "create table lake.dws.x (a date) with (format = 'PARQUET', partitioning = array['month(a)'])", "file");
        assertThat(TableChanges.between(byDay, byMonth))
                .isEqualTo(new TableChanges(
                        List.of(new LakeStep(
                                "dws.x is partitioned by ARRAY['month(a)'] from now on",
                                "alter table lake.dws.x set properties partitioning = ARRAY['month(a)']")),
                        List.of()));
    }

    @Test
    void whatCannotBeReadIsRefusedByItsOrigin() {
        assertThatThrownBy(() -> TableDefinition.parse("create table x (", "sql/dws/x.sql"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("sql/dws/x.sql cannot be read: ");
        assertThatThrownBy(() -> TableDefinition.parse("select 1", "sql/dws/x.sql"))
                .hasMessage("sql/dws/x.sql is no 'create table' with columns");
    }

    private static TableChanges changes(String file) {
        return TableChanges.between(SHOWN, definition(file));
    }

    private static TableDefinition definition(String sql) {
        return TableDefinition.parse(sql, "test");
    }

    private static io.trino.sql.tree.DataType type(String type) {
        return definition("create table lake.dws.x (a " + type + ")")
                .columns()
                .get(0)
                .type();
    }
}
