package io.quanyu.serve.ask.lake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What brings the tables of a lake to what {@code sql/} says, decided for all of them before any is changed.
 *
 * <p>Nothing is dropped. A table or a view whose file is gone stays: nothing marks it as ours, somebody may read it, and it is
 * in nobody's way.
 *
 * @param creations of schemas and tables that are missing
 * @param changes of tables that are there
 * @param refusals why the lake cannot be brought to what {@code sql/} says; empty if creations and changes do it
 */
record Migration(List<LakeStep> creations, List<LakeStep> changes, List<String> refusals) {

    static Migration of(List<SqlObject> declared, ExistingLake lake) {
        var migration = new Migration(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (String layer : SqlFolder.LAYERS) {
            migration.creations.add(new LakeStep("schema " + layer, "create schema if not exists lake." + layer));
        }
        Set<String> names = declared.stream().map(SqlObject::qualifiedName).collect(Collectors.toSet());
        for (SqlObject object : declared) {
            if (object.isView()) {
                migration.checkView(object, names, lake);
            } else {
                migration.bringTable(object, lake);
            }
        }
        return new Migration(
                List.copyOf(migration.creations), List.copyOf(migration.changes), List.copyOf(migration.refusals));
    }

    /**
     * Changes the lake, unless anything is refused.
     *
     * @return what changed in tables that were there, a line each
     */
    List<String> run(Connection trino) throws SQLException {
        if (!refusals.isEmpty()) {
            throw new SQLException("nothing was changed, because the lake cannot become what sql/ says:\n  "
                    + String.join("\n  ", refusals));
        }
        for (LakeStep creation : creations) {
            creation.run(trino);
        }
        for (LakeStep change : changes) {
            change.run(trino);
        }
        return changes.stream().map(LakeStep::what).toList();
    }

    private void bringTable(SqlObject object, ExistingLake lake) {
        String name = object.qualifiedName();
        TableDefinition existing = lake.tables().get(name);
        if (lake.views().contains(name)) {
            refusals.add(name + " is a view in the lake and a table in " + object.file() + ": drop the view");
        } else if (existing == null) {
            creations.add(LakeStep.make(object));
        } else {
            TableChanges table = TableChanges.between(existing, TableDefinition.parse(object.sql(), object.file()));
            changes.addAll(table.steps());
            refusals.addAll(table.refusals());
        }
    }

    private void checkView(SqlObject view, Set<String> declared, ExistingLake lake) {
        String name = view.qualifiedName();
        if (lake.hasTable(name)) {
            refusals.add(name + " is a table in the lake and a view in " + view.file()
                    + ": give the view another name, or move the table's rows away and drop it");
        }
        SortedSet<String> unknown = new TreeSet<>(view.references());
        unknown.removeIf(reference -> declared.contains(reference)
                || lake.hasTable(reference)
                || lake.views().contains(reference)
                || !SqlFolder.LAYERS.contains(reference.substring(0, reference.indexOf('.'))));
        for (String reference : unknown) {
            refusals.add(
                    view.file() + " reads " + reference + ", which neither sql/ nor the lake has: name what it reads");
        }
    }
}
