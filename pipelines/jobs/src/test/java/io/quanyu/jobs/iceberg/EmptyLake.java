package io.quanyu.jobs.iceberg;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;

/** A lake for a test, on SQLite and local files, with tables as {@code sql/} defines them. */
public final class EmptyLake {

    private final LakeSettings settings;
    private final Catalog catalog;

    private EmptyLake(LakeSettings settings) {
        this.settings = settings;
        this.catalog = Lake.catalog(settings).loadCatalog();
    }

    /** With empty tables, for example {@code dwd.order_changed}. */
    public static EmptyLake in(Path folder, List<String> tables) throws IOException {
        var lake = new EmptyLake(LakeSettings.of(
                CatalogSettings.jdbc("jdbc:sqlite:" + folder.resolve("catalog.db") + "?busy_timeout=10000"),
                folder.resolve("lake").toUri().toString(),
                FileSettings.local()));
        for (String table : tables) {
            lake.create(TableIdentifier.parse(table), Ddl.schema(table));
        }
        return lake;
    }

    public LakeSettings settings() {
        return settings;
    }

    /** Every row of a table, in no order. */
    public List<Record> rows(String table) throws IOException {
        try (CloseableIterable<Record> rows = IcebergGenerics.read(catalog.loadTable(TableIdentifier.parse(table)))
                .build()) {
            List<Record> all = new ArrayList<>();
            rows.forEach(all::add);
            return all;
        }
    }

    /** How often a table has been committed to since it was made. */
    public long commits(String table) {
        Snapshot current = catalog.loadTable(TableIdentifier.parse(table)).currentSnapshot();
        return current == null ? 0 : current.sequenceNumber();
    }

    /** Puts one of the files in the place of itself, as whoever compacts a table does. */
    public void rewrite(String table) throws IOException {
        Table written = catalog.loadTable(TableIdentifier.parse(table));
        try (CloseableIterable<FileScanTask> files = written.newScan().planFiles()) {
            DataFile file = files.iterator().next().file();
            Path copy = Files.copy(
                    Path.of(URI.create(file.location())), Path.of(URI.create(file.location() + ".copy.parquet")));
            DataFile same = DataFiles.builder(written.specs().get(file.specId()))
                    .copy(file)
                    .withPath(copy.toUri().toString())
                    .build();
            written.newRewrite()
                    .validateFromSnapshot(written.currentSnapshot().snapshotId())
                    .deleteFile(file)
                    .addFile(same)
                    .commit();
        }
    }

    private void create(TableIdentifier table, Schema schema) {
        Namespace namespace = table.namespace();
        if (catalog instanceof SupportsNamespaces namespaces && !namespaces.namespaceExists(namespace)) {
            namespaces.createNamespace(namespace);
        }
        String day = schema.findField("occurred_at") == null ? "received_at" : "occurred_at";
        boolean dated = schema.findField(day) != null;
        catalog.createTable(
                table,
                schema,
                dated ? PartitionSpec.builderFor(schema).day(day).build() : PartitionSpec.unpartitioned());
    }
}
