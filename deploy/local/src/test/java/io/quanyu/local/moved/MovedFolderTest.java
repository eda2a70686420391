package io.quanyu.local.moved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyu.jobs.iceberg.Lake;
import io.quanyu.jobs.iceberg.Rewind;
import io.quanyu.local.platform.FolderCopy;
import io.quanyu.local.platform.PlatformFolder;
import io.quanyu.local.process.StartFailed;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder's name has a blank, as people's folders do. The tables' files are names only. */
class MovedFolderTest {

    private static final Schema SCHEMA = new Schema(Types.NestedField.optional(1, "event_id", Types.StringType.get()));
    private static final TableIdentifier ORDERS = TableIdentifier.of("dwd", "orders");

    @TempDir
    Path folder;

    private PlatformFolder data;
    private PlatformFolder copy;
    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void fill() throws IOException {
        data = new PlatformFolder(folder.resolve("my data"));
        copy = new PlatformFolder(folder.resolve("a copy"));
        Files.createDirectories(data.lake());
        Lake.makeCatalog(data.lakeSettings());
        try (Closeable opened = (Closeable) Lake.open(data.lakeSettings())) {
            var catalog = (Catalog) opened;
            ((SupportsNamespaces) catalog).createNamespace(Namespace.of("dwd"));
            Table orders = catalog.createTable(ORDERS, SCHEMA);
            append(orders, "a", "7");
            append(orders, "b", "8");
        }
    }

    @Test
    void aCopyNamesItsOwnFilesAndKeepsWhatTheJobsCommittedLast() throws IOException {
        FolderCopy.copy(data, copy, said::add);
        List<Path> before = filesOf(data);

        MovedFolder.settle(copy, said::add);

        assertThat(said).last().asString().contains("copied or moved from " + data.root());
        try (Closeable opened = (Closeable) Lake.open(copy.lakeSettings())) {
            Table orders = ((Catalog) opened).loadTable(ORDERS);
            assertThat(orders.location()).isEqualTo("file://" + copy.lake() + "/dwd/orders");
            assertThat(places(orders)).containsExactlyInAnyOrder(placeIn(copy, "a"), placeIn(copy, "b"));
            assertThat(new TreeMap<>(orders.currentSnapshot().summary()))
                    .containsEntry("flink.job-id", "run")
                    .containsEntry("flink.max-committed-checkpoint-id", "8")
                    .containsEntry(Rewind.MOVED, data.lake().toString());
            append(orders, "c", "9");
        }
        assertThat(filesOf(data)).isEqualTo(before);
        try (Closeable opened = (Closeable) Lake.open(data.lakeSettings())) {
            assertThat(places(((Catalog) opened).loadTable(ORDERS)))
                    .containsExactlyInAnyOrder(placeIn(data, "a"), placeIn(data, "b"));
        }
    }

    @Test
    void aFolderThatIsMovedTwiceEndsWhereItIs() throws IOException {
        FolderCopy.copy(data, copy, said::add);
        MovedFolder.settle(copy, said::add);
        var again = new PlatformFolder(folder.resolve("again"));
        Files.move(copy.root(), again.root());

        MovedFolder.settle(again, said::add);

        try (Closeable opened = (Closeable) Lake.open(again.lakeSettings())) {
            assertThat(places(((Catalog) opened).loadTable(ORDERS)))
                    .containsExactlyInAnyOrder(placeIn(again, "a"), placeIn(again, "b"));
        }
    }

    @Test
    void aFolderAtHomeIsLeftAloneAlsoUnderAnotherName() throws IOException {
        List<Path> before = filesOf(data);
        var link = new PlatformFolder(Files.createSymbolicLink(folder.resolve("link"), data.root()));

        MovedFolder.settle(data, said::add);
        MovedFolder.settle(link, said::add);
        MovedFolder.settle(new PlatformFolder(folder.resolve("nothing yet")), said::add);

        assertThat(said).isEmpty();
        assertThat(filesOf(data)).isEqualTo(before);
    }

    @Test
    void aCopyThatLacksAFileOfItsLakeIsRefusedByName() throws IOException {
        FolderCopy.copy(data, copy, said::add);
        Path metadata = copy.lake().resolve("dwd/orders/metadata");
        for (Path file : filesOf(copy)) {
            if (file.startsWith(metadata) && file.toString().endsWith(".json")) {
                Files.delete(file);
            }
        }

        assertThatThrownBy(() -> MovedFolder.settle(copy, said::add))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining(metadata.toString())
                .hasMessageContaining("is missing in the copy");
    }

    private void append(Table table, String name, String checkpoint) {
        DataFile file = DataFiles.builder(PartitionSpec.unpartitioned())
                .withPath(table.location() + "/data/" + name)
                .withFormat(FileFormat.PARQUET)
                .withFileSizeInBytes(1)
                .withRecordCount(1)
                .build();
        AppendFiles append = table.newAppend().appendFile(file);
        append.set("flink.job-id", "run").set("flink.max-committed-checkpoint-id", checkpoint);
        append.commit();
    }

    private static String placeIn(PlatformFolder platform, String name) {
        return "file://" + platform.lake() + "/dwd/orders/data/" + name;
    }

    private static List<String> places(Table table) throws IOException {
        try (var tasks = table.newScan().planFiles()) {
            List<String> places = new ArrayList<>();
            tasks.forEach(task -> places.add(task.file().location()));
            return places;
        }
    }

    private static List<Path> filesOf(PlatformFolder platform) throws IOException {
        try (Stream<Path> files = Files.walk(platform.lake())) {
            return files.sorted().toList();
        }
    }
}
