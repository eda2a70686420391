package io.quanyu.jobs.iceberg;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.DataOperations;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.util.SnapshotUtil;

/**
 * Takes a lake back to what one job had written up to an older checkpoint of its own, so that it can go on from there: what it wrote later it writes again.
 *
 * @param run id of the job in the run of that checkpoint
 * @param checkpoint number of the checkpoint
 * @param laterRuns ids of the same job in runs after that one
 */
public record Rewind(String run, long checkpoint, Set<String> laterRuns) {

    /** In the summary of a snapshot that holds all that a table had when its folder was moved. */
    public static final String MOVED = "quanyu.moved-from";

    private static final String RUN = "flink.job-id";
    private static final String CHECKPOINT = "flink.max-committed-checkpoint-id";

    private record Step(Table table, Snapshot firstTooLate) {}

    /**
     * Takes back all tables, or none.
     *
     * @return names of the tables that went back
     * @throws IllegalStateException if somebody else has written into one of them since, or its state of then is forgotten
     */
    public List<String> apply(LakeSettings lake) {
        Catalog catalog = Lake.catalog(lake).loadCatalog();
        try (Closeable closing = (Closeable) catalog) {
            List<Step> steps = new ArrayList<>();
            for (Table table : tables(catalog)) {
                step(table, steps);
            }
            steps.forEach(Rewind::take);
            return steps.stream().map(step -> step.table().name()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the catalog of " + lake.warehouse(), e);
        }
    }

    private static List<Table> tables(Catalog catalog) {
        List<Table> tables = new ArrayList<>();
        for (Namespace namespace : ((SupportsNamespaces) catalog).listNamespaces()) {
            for (TableIdentifier table : catalog.listTables(namespace)) {
                tables.add(catalog.loadTable(table));
            }
        }
        return tables;
    }

    private void step(Table table, List<Step> steps) {
        if (table.currentSnapshot() == null) {
            return;
        }
        List<Snapshot> newestFirst = new ArrayList<>();
        SnapshotUtil.ancestorsOf(table.currentSnapshot().snapshotId(), table::snapshot)
                .forEach(newestFirst::add);
        int last = -1;
        for (int i = 0; i < newestFirst.size(); i++) {
            last = isTooLate(newestFirst.get(i)) ? i : last;
        }
        if (last >= 0) {
            newestFirst.subList(0, last + 1).forEach(snapshot -> requireOurs(table, snapshot));
            requireFormerState(table, newestFirst.get(last));
            steps.add(new Step(table, newestFirst.get(last)));
        }
    }

    private boolean isTooLate(Snapshot snapshot) {
        Map<String, String> summary = snapshot.summary();
        String writer = summary.getOrDefault(RUN, "");
        return laterRuns.contains(writer)
                || (writer.equals(run) && Long.parseLong(summary.getOrDefault(CHECKPOINT, "-1")) > checkpoint);
    }

    /** What only arranges the same rows in another way may be done again. */
    private void requireOurs(Table table, Snapshot snapshot) {
        if (snapshot.summary().containsKey(MOVED)) {
            throw new IllegalStateException("table " + table.name() + " has been moved from "
                    + snapshot.summary().get(MOVED) + " since, and left its former states there");
        }
        if (!isTooLate(snapshot) && !DataOperations.REPLACE.equals(snapshot.operation())) {
            throw new IllegalStateException("table " + table.name()
                    + " has been written by somebody else since, in snapshot " + snapshot.snapshotId());
        }
    }

    private static void requireFormerState(Table table, Snapshot firstTooLate) {
        Long parent = firstTooLate.parentId();
        if (parent != null && table.snapshot(parent) == null) {
            throw new IllegalStateException(
                    "table " + table.name() + " has forgotten its state before snapshot " + firstTooLate.snapshotId());
        }
    }

    private static void take(Step step) {
        Long parent = step.firstTooLate().parentId();
        if (parent == null) {
            step.table()
                    .newDelete()
                    .deleteFromRowFilter(Expressions.alwaysTrue())
                    .commit();
        } else {
            step.table().manageSnapshots().rollbackTo(parent).commit();
        }
    }
}
