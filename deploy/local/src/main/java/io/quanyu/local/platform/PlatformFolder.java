package io.quanyu.local.platform;

import io.quanyu.jobs.iceberg.CatalogSettings;
import io.quanyu.jobs.iceberg.FileSettings;
import io.quanyu.jobs.iceberg.LakeSettings;
import io.quanyu.jobs.kafka.ClockTime;
import io.quanyu.local.process.StartFailed;
import io.quanyu.serve.ask.platform.Passwords;
import io.quanyu.serve.ask.platform.RunningPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder that holds everything of one platform and survives it.
 *
 * @param root absolute path
 */
public record PlatformFolder(Path root) {

    /** Less than this is used up by a few days of events: better to say so before the start. */
    public static final long LEAST_FREE_BYTES = 1L << 30;

    public PlatformFolder {
        root = root.toAbsolutePath().normalize();
    }

    /**
     * Makes the folder ready for a platform.
     *
     * @throws StartFailed if it cannot be written, or its disk has less than {@code leastFreeBytes} left
     */
    public void prepare(long leastFreeBytes) {
        try {
            Path[] folders = {
                root,
                kafka(),
                trino(),
                flink(),
                lake(),
                checkpoints(),
                keys(),
                passwords().folder(),
                logs()
            };
            for (Path folder : folders) {
                OwnersOnly.make(folder);
            }
            Files.delete(Files.createTempFile(root, "write", ".test"));
            requireSpace(Files.getFileStore(root), leastFreeBytes);
        } catch (IOException e) {
            throw new StartFailed(
                    "Cannot write to the data folder " + root + " ("
                            + e.getClass().getSimpleName() + ": " + e.getMessage()
                            + "): make it writable, free some disk, or choose another with --data DIR",
                    e);
        }
    }

    /** Deletes what a run that was killed has left of its scratch. Only for who holds the folder, before anything runs. */
    public void clearScratch() {
        try {
            Leftover.deleteBelow(flink());
            Leftover.deleteBelow(trino());
        } catch (UncheckedIOException e) {
            // A server of that run may still be ending: the start after this one finds what it leaves.
        }
    }

    private void requireSpace(FileStore disk, long leastFreeBytes) throws IOException {
        long free = disk.getUsableSpace();
        if (free < leastFreeBytes) {
            throw new StartFailed(
                    "The disk of " + root + " is full: " + mebibytes(free) + " MiB are free and the platform needs "
                            + mebibytes(leastFreeBytes) + " MiB. Free some, or choose another folder with --data DIR");
        }
    }

    private static long mebibytes(long bytes) {
        return bytes >> 20;
    }

    public Path kafka() {
        return root.resolve("kafka");
    }

    public Path trino() {
        return root.resolve("trino");
    }

    /** Scratch of the Flink process. */
    public Path flink() {
        return root.resolve("flink");
    }

    /** Folder of the Iceberg tables. */
    public Path lake() {
        return root.resolve("lake");
    }

    /** The database of the Iceberg catalog. */
    public Path catalog() {
        return root.resolve("catalog.db");
    }

    /** JDBC address of the database of the lake's catalog. */
    public String catalogUri() {
        return "jdbc:sqlite:" + catalog() + "?busy_timeout=10000";
    }

    /** Address of the folder of the Iceberg tables. */
    public String warehouse() {
        return "file://" + lake();
    }

    public LakeSettings lakeSettings() {
        return LakeSettings.of(CatalogSettings.jdbc(catalogUri()), warehouse(), FileSettings.local());
    }

    public Path checkpoints() {
        return root.resolve("checkpoints");
    }

    /** Checkpoints of jobs that a Flink of its own runs: another kind of state, that no embedded job can resume from. */
    public Path clusterCheckpoints() {
        return root.resolve("cluster-checkpoints");
    }

    /** Where Kafka and the lake are, for jobs that a Flink of its own runs. */
    public Path clusterSettings() {
        return root.resolve("jobs.properties");
    }

    /**
     * Keeps jobs from starting over on a platform whose jobs have their state elsewhere: all that they had said would be there
     * twice.
     *
     * @param checkpoints folder that must be empty or missing
     * @param owner whose they are, and what to do
     * @throws StartFailed if there are any
     */
    public void requireNoneIn(Path checkpoints, String owner) {
        if (DiskUse.sizeOf(checkpoints) > 0) {
            throw new StartFailed(
                    "The jobs of " + root + " have run " + owner + ", or choose another folder with" + " --data DIR");
        }
    }

    /** One key for each tenant; whoever has them can guess phone numbers. */
    public Path keys() {
        return root.resolve("keys");
    }

    /** Who may come in to Trino and to Flink's page. */
    public Passwords passwords() {
        return new Passwords(root.resolve("passwords"));
    }

    public Path logs() {
        return root.resolve("logs");
    }

    Path lockFile() {
        return root.resolve("lock");
    }

    /** Says {@code virtual} where time is that of a demo; gone once a platform starts after the demo's end. */
    public Path clockFile() {
        return root.resolve("clock");
    }

    public boolean hasVirtualClock() {
        try {
            return Files.exists(clockFile())
                    && Files.readString(clockFile()).strip().equals("virtual");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + clockFile() + ": " + e.getMessage(), e);
        }
    }

    /** Whose time the ticks of the clock say to a platform that nobody ticks but who ticked before. */
    public ClockTime time() {
        return hasVirtualClock() ? ClockTime.VIRTUAL : ClockTime.LIVE;
    }

    Path announcement() {
        return root.resolve(RunningPlatform.FILE);
    }

    /** Whether the file is there that says where a platform answers. */
    public boolean isAnnounced() {
        return Files.exists(announcement());
    }

    public void withdrawAnnouncement() {
        try {
            Files.deleteIfExists(announcement());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + announcement() + ": " + e.getMessage(), e);
        }
    }
}
