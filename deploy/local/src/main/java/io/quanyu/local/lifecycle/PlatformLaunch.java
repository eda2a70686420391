package io.quanyu.local.lifecycle;

import io.quanyu.jobs.kafka.ClockTime;
import io.quanyu.local.platform.AllJobs;
import io.quanyu.local.platform.Installation;
import io.quanyu.local.platform.PlatformFolder;
import io.quanyu.local.platform.PlatformSettings;
import io.quanyu.local.platform.Progress;
import io.quanyu.local.process.JdkSearch;
import io.quanyu.local.process.Ports;
import io.quanyu.local.process.TrinoServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where a command meets the machine: reads the environment once and starts a platform with all jobs. */
public final class PlatformLaunch {

    private PlatformLaunch() {}

    /**
     * Starts a platform that logs to its data folder, and runs the jobs in this process.
     *
     * @param time whose time the ticks of the clock say
     */
    public static EmbeddedPlatform start(
            PlatformFolder data, Ports ports, ClockTime time, Duration checkpointInterval, Progress progress)
            throws InterruptedException {
        return start(data, ports, null, time, checkpointInterval, progress);
    }

    /**
     * Starts a platform that logs to its data folder.
     *
     * @param cluster address of the web page of a Flink that runs the jobs; null if this process does
     * @param time whose time the ticks of the clock say
     */
    public static EmbeddedPlatform start(
            PlatformFolder data,
            Ports ports,
            @Nullable URI cluster,
            ClockTime time,
            Duration checkpointInterval,
            Progress progress)
            throws InterruptedException {
        data.prepare(PlatformFolder.LEAST_FREE_BYTES);
        PlatformLog.writeTo(data.logs().resolve("platform.log"));
        Path runtime = Path.of(System.getProperty("java.home"));
        JdkSearch search = new JdkSearch(
                System.getenv(JdkSearch.VARIABLE),
                System.getenv("JAVA_HOME"),
                JdkSearch.usualFolders(Path.of(System.getProperty("user.home"))));
        return EmbeddedPlatform.start(
                new PlatformSettings(
                        Installation.ofThisProcess(),
                        data,
                        ports,
                        runtime.resolve("bin/java"),
                        search.atLeast(TrinoServer.JDK),
                        new AllJobs(),
                        cluster,
                        time,
                        checkpointInterval),
                progress);
    }
}
