package io.quanyu.jobs.iceberg;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.io.CloseableIterable;

/** The tables of a lake as whoever keeps them small sees them: how much has piled up, and which former states can go. */
public final class LakeTables implements AutoCloseable {

    /** A file of less is better together with others. */
    public static final long SMALL_BYTES = 16L << 20;

    private final Catalog catalog;

    private LakeTables(Catalog catalog) {
        this.catalog = catalog;
    }

    public static LakeTables of(LakeSettings settings) {
        return new LakeTables(Lake.catalog(settings).loadCatalog());
    }

    /** All tables, for example {@code dws.tag_change}, sorted. */
    public List<String> names() {
        return ((SupportsNamespaces) catalog)
                .listNamespaces().stream()
                        .flatMap(namespace -> catalog.listTables(namespace).stream())
                        .map(TableIdentifier::toString)
                        .sorted()
                        .toList();
    }

    /** The snapshot that readers see now; empty before the first. Says cheaply whether anything has changed. */
    public OptionalLong current(String name) {
        Snapshot current = load(name).currentSnapshot();
        return current == null ? OptionalLong.empty() : OptionalLong.of(current.snapshotId());
    }

    public Pile pile(String name) {
        Table table = load(name);
        int files = 0;
        long bytes = 0;
        Map<String, Integer> small = new HashMap<>();
        try (CloseableIterable<FileScanTask> scan = table.newScan().planFiles()) {
            for (FileScanTask task : scan) {
                files++;
                bytes += task.file().fileSizeInBytes();
                if (task.file().fileSizeInBytes() < SMALL_BYTES) {
                    small.merge(partition(task), 1, Integer::sum);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the files of table " + name + ": " + e.getMessage(), e);
        }
        int crowd = small.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return new Pile(files, bytes, crowd, (int)
                StreamSupport.stream(table.snapshots().spliterator(), false).count());
    }

    /**
     * Forgets the states of a table from before an instant, except the current one, and deletes the files that only they had.
     *
     * <p>A sink that goes on from a checkpoint looks for the snapshot of that checkpoint among those that are kept. If it does not find it, it takes
     * what it has written for lost and commits it again, or fails because its files are gone. So a snapshot must be kept as long as any job may
     * go on from a checkpoint of before it was made.
     *
     * @param before not later than the beginning of the newest complete checkpoint of each job that writes the table
     */
    public void forget(String name, Instant before) {
        Table table = load(name);
        Snapshot current = table.currentSnapshot();
        boolean any = StreamSupport.stream(table.snapshots().spliterator(), false)
                .anyMatch(snapshot -> snapshot != current && snapshot.timestampMillis() < before.toEpochMilli());
        if (any) {
            table.expireSnapshots().expireOlderThan(before.toEpochMilli()).commit();
        }
    }

    @Override
    public void close() {
        if (catalog instanceof Closeable closeable) {
            try {
                closeable.close();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot close the catalog: " + e.getMessage(), e);
            }
        }
    }

    private Table load(String name) {
        return catalog.loadTable(TableIdentifier.parse(name));
    }

    private static String partition(FileScanTask task) {
        return task.spec().specId() + "/" + task.spec().partitionToPath(task.partition());
    }
}
