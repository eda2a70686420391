package io.quanyu.jobs.iceberg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables whose files are names only: what a table holds is which of them its current snapshot has. */
class RewindTest {

    private static final Schema SCHEMA = new Schema(Types.NestedField.optional(1, "event_id", Types.StringType.get()));
    private static final TableIdentifier OURS = TableIdentifier.of("dws", "ours");

    @TempDir
    Path folder;

    private LakeSettings lake;
    private Catalog catalog;

    @BeforeEach
    void makeTable() {
        lake = LakeSettings.of(
                CatalogSettings.jdbc("jdbc:sqlite:" + folder.resolve("catalog.db")),
                "file://" + folder.resolve("lake"),
                FileSettings.local());
        Lake.makeCatalog(lake);
        catalog = Lake.catalog(lake).loadCatalog();
        ((SupportsNamespaces) catalog).createNamespace(Namespace.of("dws"));
        catalog.createTable(OURS, SCHEMA);
    }

    @AfterEach
    void close() throws IOException {
        ((Closeable) catalog).close();
    }

    @Test
    void whatTheRunWroteAfterTheCheckpointIsTakenBack() {
        append("a", "run", 6);
        append("b", "run", 7);
        append("c", "run", 8);

        assertThat(new Rewind("run", 7, Set.of()).apply(lake)).containsExactly("lake.dws.ours");

        assertThat(files()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void whatLaterRunsWroteIsTakenBack() {
        append("a", "run", 7);
        append("b", "later", 1);

        new Rewind("run", 7, Set.of("later")).apply(lake);

        assertThat(files()).containsExactly("a");
    }

    @Test
    void aTableOfWhichNothingIsLeftIsEmptied() {
        append("a", "run", 8);

        new Rewind("run", 7, Set.of()).apply(lake);

        assertThat(files()).isEmpty();
    }

    @Test
    void aTableOfOthersIsLeftAlone() {
        append("a", "another", 99);

        assertThat(new Rewind("run", 7, Set.of()).apply(lake)).isEmpty();

        assertThat(files()).containsExactly("a");
    }

    @Test
    void whatSomebodyElseWroteSinceIsNeverTakenBack() {
        append("a", "run", 7);
        append("b", "run", 8);
        append("c", "another", 1);

        assertThatThrownBy(() -> new Rewind("run", 7, Set.of()).apply(lake))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("lake.dws.ours", "somebody else");

        assertThat(files()).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void filesThatWereOnlyArrangedAnewAreArrangedAgain() {
        append("a", "run", 7);
        append("b", "run", 8);
        Table table = catalog.loadTable(OURS);
        table.newRewrite()
                .deleteFile(file("a"))
                .deleteFile(file("b"))
                .addFile(file("ab"))
                .commit();

        new Rewind("run", 7, Set.of()).apply(lake);

        assertThat(files()).containsExactly("a");
    }

    @Test
    void whatWasForgottenOrLeftBehindIsNotTakenBack() {
        append("a", "run", 7);
        append("b", "run", 8);
        Table table = catalog.loadTable(OURS);
        table.expireSnapshots().expireOlderThan(Long.MAX_VALUE).retainLast(1).commit();

        assertThatThrownBy(() -> new Rewind("run", 7, Set.of()).apply(lake))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has forgotten its state before");
        assertThat(files()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void aTableThatWasMovedKeepsAllThatItHad() {
        AppendFiles all = catalog.loadTable(OURS).newAppend().appendFile(file("a"));
        all.set("flink.job-id", "run").set("flink.max-committed-checkpoint-id", "8");
        all.set(Rewind.MOVED, "/old/lake").commit();

        assertThatThrownBy(() -> new Rewind("run", 7, Set.of()).apply(lake))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("moved from /old/lake");
        assertThat(files()).containsExactly("a");
    }

    private void append(String name, String run, long checkpoint) {
        AppendFiles append = catalog.loadTable(OURS).newAppend().appendFile(file(name));
        append.set("flink.job-id", run).set("flink.max-committed-checkpoint-id", String.valueOf(checkpoint));
        append.commit();
    }

    private List<String> files() {
        Table table = catalog.loadTable(OURS);
        try (var tasks = table.newScan().planFiles()) {
            List<String> names = new ArrayList<>();
            tasks.forEach(task ->
                    names.add(Path.of(task.file().location()).getFileName().toString()));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DataFile file(String name) {
        return DataFiles.builder(PartitionSpec.unpartitioned())
                .withPath("file:///nowhere/" + name)
                .withFormat(FileFormat.PARQUET)
                .withFileSizeInBytes(1)
                .withRecordCount(1)
                .build();
    }
}
