package io.quanyu.jobs.iceberg;

import io.quanyu.contract.StoredTopic;
import java.io.Closeable;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.table.data.RowData;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.UpdateProperties;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.flink.CatalogLoader;
import org.apache.iceberg.flink.TableLoader;
import org.apache.iceberg.flink.sink.IcebergSink;

/**
 * The Iceberg tables that jobs append to. A table must exist when the job is built, since its columns decide what is
 * written.
 *
 * <p>A sink is named after its table, so its state survives a change of the job. How many tasks write a table, {@link WriterSettings} say: with
 * one, a checkpoint adds one file for each partition of the table.
 */
public final class Lake {

    /**
     * A quiet job adds no empty snapshots, and a busy one leaves no pile of old metadata files. What a writer still has to encode and compress when a
     * checkpoint begins holds up everybody before it: so pages are small, dictionaries are for few values, and the codec is a fast one.
     */
    private static final Map<String, String> UPKEEP = Map.of(
            "flink.max-continuous-empty-commits", String.valueOf(Integer.MAX_VALUE),
            "write.metadata.delete-after-commit.enabled", "true",
            "write.metadata.previous-versions-max", "5",
            "write.parquet.compression-codec", "snappy",
            "write.parquet.page-size-bytes", "131072",
            "write.parquet.dict-size-bytes", "65536");

    private final CatalogLoader catalog;
    private final WriterSettings writers;

    private final Map<String, Serializable> constants;

    private Lake(CatalogLoader catalog, WriterSettings writers, Map<String, Serializable> constants) {
        this.catalog = catalog;
        this.writers = writers;
        this.constants = constants;
    }

    public static Lake of(LakeSettings settings) {
        return new Lake(catalog(settings), settings.writers(), Map.of());
    }

    /** The same lake, for a job all of whose records have these columns alike, such as its generation. */
    public Lake where(String column, Serializable value) {
        Map<String, Serializable> more = new HashMap<>(constants);
        more.put(column, value);
        return new Lake(catalog, writers, more);
    }

    /** Makes the tables of the catalog's own database if they are missing: Trino does not. */
    public static void makeCatalog(LakeSettings settings) {
        try {
            ((Closeable) open(settings)).close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the catalog of " + settings.warehouse(), e);
        }
    }

    /** The catalog itself, for the upkeep of a lake that nobody else uses. The caller closes it, if it can be closed. */
    public static Catalog open(LakeSettings settings) {
        return catalog(settings).loadCatalog();
    }

    static CatalogLoader catalog(LakeSettings settings) {
        return CatalogLoader.custom(
                LakeSettings.CATALOG,
                settings.catalogProperties(),
                LocalFiles.hadoop(),
                settings.catalog().type().implementation());
    }

    /**
     * Appends records to a table, for example {@code dws.tag_change}; {@link RecordRows} says how a record becomes a row.
     *
     * @throws IllegalArgumentException if the table does not exist or has a column that the record cannot fill
     */
    public <R extends Record> void append(DataStream<R> records, Class<R> type, String table) {
        appendRows(
                records.map(RecordRows.of(table, type, schema(table), constants))
                        .uid(table + "-rows")
                        .name(table + " rows")
                        .setParallelism(writers.of(table)),
                table);
    }

    /** Appends events or dead letters of one topic to its table. */
    public void append(DataStream<StoredEvent> events, StoredTopic home) {
        appendRows(
                events.map(AvroRows.of(home, schema(home.table())))
                        .uid(home.table() + "-rows")
                        .name(home.table() + " rows")
                        .setParallelism(writers.of(home.table())),
                home.table());
    }

    private void appendRows(DataStream<RowData> rows, String table) {
        IcebergSink.forRowData(rows)
                .tableLoader(loader(table))
                .uidSuffix(table)
                .writeParallelism(writers.of(table))
                .append();
    }

    private Schema schema(String name) {
        try (TableLoader loader = loader(name)) {
            loader.open();
            Table table = loader.loadTable();
            if (!table.properties().entrySet().containsAll(UPKEEP.entrySet())) {
                UpdateProperties update = table.updateProperties();
                UPKEEP.forEach(update::set);
                update.commit();
            }
            return table.schema();
        } catch (NoSuchTableException e) {
            throw new IllegalArgumentException(
                    "The lake has no table " + name + ": apply sql/ first, which ./quanyu up does", e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the catalog after reading table " + name, e);
        }
    }

    private TableLoader loader(String table) {
        return TableLoader.fromCatalog(catalog, TableIdentifier.parse(table));
    }
}
