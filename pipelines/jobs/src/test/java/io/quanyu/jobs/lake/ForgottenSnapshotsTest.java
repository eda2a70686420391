package io.quanyu.jobs.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyu.jobs.environment.CheckpointSettings;
import io.quanyu.jobs.environment.FlinkSettings;
import io.quanyu.jobs.environment.JobEnvironment;
import io.quanyu.jobs.iceberg.EmptyLake;
import io.quanyu.jobs.iceberg.Lake;
import io.quanyu.jobs.iceberg.LakeTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job that commits again and again, and somebody who forgets the states of its table beside it. */
class ForgottenSnapshotsTest {

    private static final String TABLE = "ods.event_repeat";
    private static final int COMMITS = 60;

    @TempDir
    Path folder;

    private EmptyLake lake;
    private LakeTables tables;

    @BeforeEach
    void makeLake() throws Exception {
        lake = EmptyLake.in(folder, List.of(TABLE));
        tables = LakeTables.of(lake.settings());
    }

    @Test
    void aTableStaysSmallAndItsJobComesBackWithEachRowOnce() throws Exception {
        JobClient job = start("");
        int most = 0;
        for (long commits = 0; commits < COMMITS; commits = awaitCommit(job, commits)) {
            most = Math.max(most, tables.pile(TABLE).snapshots());
            tables.forget(TABLE, oldestBeginning());
        }
        job.cancel().get();
        assertThat(most).as("most states kept of %d commits", COMMITS).isLessThan(COMMITS / 3);
        assertThat(filesOfStates()).as("files of states").isLessThan(COMMITS / 3);

        Path checkpoint = newestCheckpoint();
        lake.rewrite(TABLE);
        tables.forget(TABLE, beginningOf(checkpoint));
        JobClient again = start(checkpoint.toString());
        awaitCommit(again, awaitCommit(again, lake.commits(TABLE)));
        again.cancel().get();

        assertEachRowOnce();
    }

    @Test
    void aJobWhoseSnapshotIsForgottenDoesNotComeBack() throws Exception {
        JobClient job = start("");
        awaitCommit(job, awaitCommit(job, 0));
        job.cancel().get();

        Path checkpoint = newestCheckpoint();
        lake.rewrite(TABLE);
        tables.forget(TABLE, Instant.now().plusSeconds(1));
        JobClient again = start(checkpoint.toString());

        assertThatThrownBy(() -> again.getJobExecutionResult().get())
                .rootCause()
                .hasMessageContaining("metadata");
    }

    private void assertEachRowOnce() throws IOException {
        List<Long> offsets = lake.rows(TABLE).stream()
                .map(row -> (Long) row.getField("kafka_offset"))
                .sorted()
                .toList();
        assertThat(offsets)
                .isEqualTo(LongStream.range(0, offsets.size()).boxed().toList());
    }

    private JobClient start(String checkpoint) throws Exception {
        var checkpoints = new CheckpointSettings("file://" + folder.resolve("checkpoints"), Duration.ofMillis(10));
        StreamExecutionEnvironment environment = JobEnvironment.strict(
                LakeJob.NAME, new FlinkSettings(1, FlinkSettings.StateBackend.HEAP, checkpoints, 1));
        if (!checkpoint.isEmpty()) {
            environment.configure(new Configuration().set(StateRecoveryOptions.SAVEPOINT_PATH, checkpoint));
        }
        DataStream<EventRepeat> rows = environment
                .fromSource(
                        new NumberSequenceSource(0, Long.MAX_VALUE - 1), WatermarkStrategy.noWatermarks(), "numbers")
                .uid("numbers")
                .map(ForgottenSnapshotsTest::row)
                .uid("rows");
        Lake.of(lake.settings()).append(rows, EventRepeat.class, TABLE);
        return environment.executeAsync();
    }

    private static EventRepeat row(long number) throws InterruptedException {
        Thread.sleep(2);
        return new EventRepeat("event.order", 0, number, "e-" + number, "t", 1_790_000_000_000L, null, null, null);
    }

    private long awaitCommit(JobClient job, long before) throws Exception {
        while (lake.commits(TABLE) <= before) {
            assertThat(job.getJobStatus().get().isGloballyTerminalState())
                    .as("the job has ended")
                    .isFalse();
            Thread.sleep(5);
        }
        return lake.commits(TABLE);
    }

    /** Its folder; a job keeps one that is complete, and deletes the one before it at some time. */
    private Path newestCheckpoint() throws IOException {
        return checkpoints().stream()
                .filter(checkpoint -> Files.exists(checkpoint.resolve("_metadata")))
                .max(Comparator.comparing(ForgottenSnapshotsTest::number))
                .orElseThrow();
    }

    /** When the oldest checkpoint began that is still there: no later than the newest complete one. */
    private Instant oldestBeginning() throws IOException {
        Instant oldest = Instant.now();
        for (Path checkpoint : checkpoints()) {
            Instant began = beginningOf(checkpoint);
            oldest = began.isBefore(oldest) ? began : oldest;
        }
        return oldest;
    }

    private List<Path> checkpoints() throws IOException {
        try (Stream<Path> folders = Files.list(folder.resolve("checkpoints").resolve(LakeJob.NAME))) {
            Path run = folders.max(Comparator.comparing(ForgottenSnapshotsTest::beginningOf))
                    .orElseThrow();
            try (Stream<Path> checkpoints = Files.list(run)) {
                return checkpoints
                        .filter(checkpoint ->
                                checkpoint.getFileName().toString().startsWith("chk-"))
                        .toList();
            }
        }
    }

    private static int number(Path checkpoint) {
        return Integer.parseInt(checkpoint.getFileName().toString().substring("chk-".length()));
    }

    /** Long ago if it is gone by now. */
    private static Instant beginningOf(Path folder) {
        try {
            return Files.readAttributes(folder, BasicFileAttributes.class)
                    .creationTime()
                    .toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    private long filesOfStates() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("lake"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("snap-"))
                    .count();
        }
    }
}
