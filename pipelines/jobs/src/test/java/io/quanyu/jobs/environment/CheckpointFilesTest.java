package io.quanyu.jobs.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystem.WriteMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFilesTest {

    private static final long A_WHILE_MILLIS = 200;
    private static final long PATIENCE_SECONDS = 30;

    @TempDir
    Path folder;

    @AfterEach
    void asFlinkDoesByItself() {
        FileSystem.initialize(new Configuration(), null);
    }

    @Test
    void theSecondWaitsUntilTheFirstIsWritten() throws Exception {
        CheckpointFiles.oneAtATime();
        CompletableFuture<Void> second;
        try (OutputStream first = create("first")) {
            second = CompletableFuture.runAsync(() -> write("second"));
            TimeUnit.MILLISECONDS.sleep(A_WHILE_MILLIS);
            assertThat(second).isNotDone();
            first.write(1);
        }
        second.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(folder.resolve("second")).hasSize(1);
    }

    private void write(String name) {
        try (OutputStream file = create(name)) {
            file.write(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private OutputStream create(String name) throws IOException {
        var path = new org.apache.flink.core.fs.Path(folder.resolve(name).toUri());
        return path.getFileSystem().create(path, WriteMode.NO_OVERWRITE);
    }
}
