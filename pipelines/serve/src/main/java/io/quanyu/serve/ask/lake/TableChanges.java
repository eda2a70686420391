package io.quanyu.serve.ask.lake;

import io.quanyu.serve.ask.lake.TableDefinition.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What brings a table of the lake to what its file says: statements that keep every row and column, or why there are none.
 *
 * <p>Columns that the file no longer has stay where they are. A refusal says the table and the column, what it is, what the
 * file says, and what to do.
 *
 * @param steps in the order in which they run; empty if the table is as the file says
 * @param refusals empty if the steps do it
 */
record TableChanges(List<LakeStep> steps, List<String> refusals) {

    private static final String PARTITIONING = "partitioning";

    /** Properties that shape what is written, so that a table which has them without its file's word is another table. */
    private static final Set<String> LAYOUT = Set.of(PARTITIONING, "sorted_by");

    private static final String NOTHING = "ARRAY[]";

    static TableChanges between(TableDefinition existing, TableDefinition declared) {
        var changes = new TableChanges(new ArrayList<>(), new ArrayList<>());
        changes.compareProperties(existing, declared);
        for (Column column : declared.columns()) {
            existing.column(column.name())
                    .ifPresentOrElse(
                            there -> changes.compare(declared.name(), there, column),
                            () -> changes.add(declared.name(), column));
        }
        if (!existing.comment().equals(declared.comment())) {
            changes.step(
                    declared.name(),
                    "says what it is",
                    "comment on table lake." + declared.name() + " is " + quoted(declared.comment()));
        }
        return new TableChanges(List.copyOf(changes.steps), List.copyOf(changes.refusals));
    }

    private void compareProperties(TableDefinition existing, TableDefinition declared) {
        var names = new TreeSet<>(declared.properties().keySet());
        names.addAll(LAYOUT);
        for (String name : names) {
            String is = existing.properties().getOrDefault(name, NOTHING);
            String said = declared.properties().getOrDefault(name, NOTHING);
            if (is.equalsIgnoreCase(said)) {
                continue;
            }
            // What is there stays in its files as it is.
            if (name.equals(PARTITIONING)) {
                step(
                        declared.name(),
                        "is partitioned by " + said + " from now on",
                        "alter table lake." + declared.name() + " set properties partitioning = " + said);
            } else {
                refusals.add(declared.name() + " has " + name + " " + is + " in the lake and " + said + " in "
                        + file(declared.name()) + ": put back what the lake has, or make a table of another name");
            }
        }
    }

    private void add(String table, Column column) {
        if (!column.nullable()) {
            refusals.add(table + "." + column.name() + " is not in the lake and 'not null' in " + file(table)
                    + ", but rows that are there have nothing in it: leave out 'not null'");
            return;
        }
        step(
                table,
                "gets column " + column.name(),
                "alter table lake." + table + " add column " + column.name() + " " + column.type()
                        + column.comment()
                                .map(comment -> " comment " + quoted(Optional.of(comment)))
                                .orElse(""));
    }

    private void compare(String table, Column existing, Column declared) {
        String column = "alter table lake." + table + " alter column " + declared.name();
        switch (TypeChange.between(existing.type(), declared.type())) {
            case NONE -> {}
            case WIDENING -> step(table, "widens " + declared.name(), column + " set data type " + declared.type());
            case IMPOSSIBLE -> refusals.add(table + "." + declared.name() + " is " + existing.type()
                    + " in the lake and " + declared.type() + " in " + file(table)
                    + ", which its values do not fit: put back the type, or give the new one a column of another name");
        }
        if (existing.nullable() && !declared.nullable()) {
            refusals.add(table + "." + declared.name() + " may be null in the lake and is 'not null' in " + file(table)
                    + ": leave out 'not null'");
        } else if (!existing.nullable() && declared.nullable()) {
            step(table, "lets " + declared.name() + " be null", column + " drop not null");
        }
        if (!existing.comment().equals(declared.comment())) {
            step(
                    table,
                    "says what " + declared.name() + " is",
                    "comment on column lake." + table + "." + declared.name() + " is " + quoted(declared.comment()));
        }
    }

    private void step(String table, String what, String sql) {
        steps.add(new LakeStep(table + " " + what, sql));
    }

    private static String file(String table) {
        return "sql/" + table.replace('.', '/') + ".sql";
    }

    private static String quoted(Optional<String> text) {
        return text.map(words -> "'" + words.replace("'", "''") + "'").orElse("null");
    }
}
