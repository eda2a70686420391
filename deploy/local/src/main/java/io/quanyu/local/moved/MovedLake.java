package io.quanyu.local.moved;

import io.quanyu.jobs.iceberg.CatalogSettings;
import io.quanyu.jobs.iceberg.FileSettings;
import io.quanyu.jobs.iceberg.Lake;
import io.quanyu.jobs.iceberg.LakeSettings;
import io.quanyu.jobs.iceberg.Rewind;
import io.quanyu.local.platform.PlatformFolder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.ManifestReader;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableMetadataParser;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.util.SnapshotUtil;

/**
 * The lake of a data folder that was copied or moved. Its tables keep their rows, files, schemas and what the jobs committed last; of their
 * history they keep the newest snapshot.
 */
final class MovedLake {

    private static final String TABLES = "select table_namespace, table_name, iceberg_type, metadata_location"
            + " from iceberg_tables order by table_namespace, table_name";
    private static final String MOVE =
            "update iceberg_tables set metadata_location = ?, previous_metadata_location = null"
                    + " where table_namespace = ? and table_name = ?";
    private static final int LEVELS_TO_THE_LAKE = 4;
    private static final String COMMITTED = "flink.job-id";

    private final PlatformFolder folder;
    private final List<Entry> entries;
    private final Path origin;

    /** A table or view of the catalog, and the place of its metadata. */
    private record Entry(String namespace, String name, boolean view, String place) {

        Path file() {
            return MovedFiles.pathOf(place);
        }

        TableIdentifier identifier() {
            return TableIdentifier.of(namespace, name);
        }
    }

    private MovedLake(PlatformFolder folder, List<Entry> entries) {
        this.folder = folder;
        this.entries = entries;
        this.origin = entries.isEmpty() ? folder.lake() : lakeOf(entries.get(0).file());
    }

    static MovedLake of(PlatformFolder folder) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        if (Files.exists(folder.catalog())) {
            try (Connection catalog = connect(folder.catalog());
                    Statement statement = catalog.createStatement();
                    ResultSet rows = hasTables(catalog) ? statement.executeQuery(TABLES) : null) {
                while (rows != null && rows.next()) {
                    entries.add(new Entry(
                            rows.getString(1), rows.getString(2), "VIEW".equals(rows.getString(3)), rows.getString(4)));
                }
            }
        }
        return new MovedLake(folder, entries);
    }

    /** Also under another name of the same folder, such as a symbolic link. */
    boolean isAtHome() throws IOException {
        return origin.equals(folder.lake()) || (Files.exists(origin) && Files.isSameFile(origin, folder.lake()));
    }

    /** The data folder that it comes from. */
    Path origin() {
        return origin.resolveSibling("");
    }

    /** Makes a catalog of the moved tables beside the old one, then puts it into its place. */
    void settle() throws IOException, SQLException {
        Path draft = folder.root().resolve("catalog.moved.db");
        Files.deleteIfExists(draft);
        MovedFiles files = MovedFiles.between(origin, folder.lake());
        try (Connection old = connect(folder.catalog());
                Statement statement = old.createStatement()) {
            statement.execute("vacuum into '" + draft.toString().replace("'", "''") + "'");
        }
        try (Connection catalog = connect(draft)) {
            for (Entry entry : entries) {
                point(catalog, entry, entry.view() ? movedView(entry, files) : emptied(entry, files));
            }
        }
        try (Closeable opened = (Closeable) catalogAt(draft)) {
            for (Entry entry : entries) {
                if (!entry.view()) {
                    fill(((Catalog) opened).loadTable(entry.identifier()), entry, files);
                }
            }
        }
        Files.move(draft, folder.catalog(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The metadata of a table without its snapshots: they name manifests, and those name files, where they were. */
    private static Path emptied(Entry entry, MovedFiles files) throws IOException {
        Path here = here(entry, files);
        TableMetadata moved = TableMetadataParser.fromJson("file://" + here, files.moved(text(here)));
        TableMetadata emptied = TableMetadata.buildFrom(moved)
                .removeSnapshots(moved.snapshots())
                .discardChanges()
                .build();
        return write(next(here), TableMetadataParser.toJson(emptied));
    }

    private static void fill(Table table, Entry entry, MovedFiles files) throws IOException {
        TableMetadata old = TableMetadataParser.read(files, entry.place());
        Snapshot newest = old.currentSnapshot();
        if (newest == null) {
            return;
        }
        if (!newest.deleteManifests(files).isEmpty()) {
            throw new IOException("the table " + entry.identifier()
                    + " has rows that are deleted by others: compact the original first (./quanyu maintain)");
        }
        AppendFiles append = table.newFastAppend();
        for (ManifestFile manifest : newest.dataManifests(files)) {
            try (ManifestReader<DataFile> reader = ManifestFiles.read(manifest, files, old.specsById())) {
                for (DataFile file : reader) {
                    append.appendFile(DataFiles.builder(old.spec(file.specId()))
                            .copy(file)
                            .withPath(files.moved(file.location()))
                            .build());
                }
            }
        }
        committed(old).forEach(append::set);
        append.set(Rewind.MOVED, files.origin().toString());
        append.commit();
    }

    /** Up to which checkpoint the jobs have committed: without it, a job would commit its last checkpoint again. */
    private static Map<String, String> committed(TableMetadata table) {
        return StreamSupport.stream(
                        SnapshotUtil.ancestorsOf(table.currentSnapshot().snapshotId(), table::snapshot)
                                .spliterator(),
                        false)
                .map(Snapshot::summary)
                .filter(summary -> summary.containsKey(COMMITTED))
                .findFirst()
                .map(summary -> {
                    Map<String, String> flink = new TreeMap<>(summary);
                    flink.keySet().removeIf(key -> !key.startsWith("flink."));
                    return flink;
                })
                .orElse(Map.of());
    }

    private static Path movedView(Entry entry, MovedFiles files) throws IOException {
        Path here = here(entry, files);
        return write(next(here), files.moved(text(here)));
    }

    private static Path here(Entry entry, MovedFiles files) throws IOException {
        return MovedFolder.required(MovedFiles.pathOf(files.moved(entry.place())));
    }

    /** Metadata are numbered, and the catalog wants to go on counting. */
    private static Path next(Path metadata) {
        String name = metadata.getFileName().toString();
        int dash = name.indexOf('-');
        String kind = name.endsWith(".gz.metadata.json") ? ".gz.metadata.json" : ".metadata.json";
        int version = Integer.parseInt(name.substring(0, dash)) + 1;
        return metadata.resolveSibling(String.format("%05d-%s%s", version, UUID.randomUUID(), kind));
    }

    private static String text(Path metadata) throws IOException {
        byte[] bytes = Files.readAllBytes(metadata);
        if (!metadata.toString().endsWith(".gz.metadata.json")) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        try (var unpacked = new GZIPInputStream(Files.newInputStream(metadata))) {
            return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Path write(Path metadata, String text) throws IOException {
        if (!metadata.toString().endsWith(".gz.metadata.json")) {
            return Files.writeString(metadata, text);
        }
        try (var packed = new GZIPOutputStream(Files.newOutputStream(metadata))) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return metadata;
    }

    private static void point(Connection catalog, Entry entry, Path metadata) throws SQLException {
        try (PreparedStatement update = catalog.prepareStatement(MOVE)) {
            update.setString(1, "file://" + metadata);
            update.setString(2, entry.namespace());
            update.setString(3, entry.name());
            update.executeUpdate();
        }
    }

    private Catalog catalogAt(Path database) {
        return Lake.open(
                LakeSettings.of(CatalogSettings.jdbc(uri(database)), "file://" + folder.lake(), FileSettings.local()));
    }

    private static boolean hasTables(Connection catalog) throws SQLException {
        try (ResultSet tables = catalog.getMetaData().getTables(null, null, "iceberg_tables", null)) {
            return tables.next();
        }
    }

    private static Connection connect(Path database) throws SQLException {
        return DriverManager.getConnection(uri(database));
    }

    private static String uri(Path database) {
        return "jdbc:sqlite:" + database + "?busy_timeout=10000";
    }

    /** Above the folders of a namespace, a table, and its metadata. */
    private static Path lakeOf(Path metadata) {
        Path lake = metadata;
        for (int level = 0; level < LEVELS_TO_THE_LAKE; level++) {
            lake = lake.resolveSibling("");
        }
        return lake;
    }
}
