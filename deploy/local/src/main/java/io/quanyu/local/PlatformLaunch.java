package io.quanyu.local;

import io.quanyu.local.process.JdkSearch;
import io.quanyu.local.process.Ports;
import io.quanyu.local.process.TrinoServer;
import java.nio.file.Path;
import java.time.Duration;

/** Where a command meets the machine: reads the environment once and starts a platform with all jobs. */
public final class PlatformLaunch {

    private PlatformLaunch() {}

    /** Starts a platform that logs to its data folder. */
    public static EmbeddedPlatform start(
            PlatformFolder data, Ports ports, Duration checkpointInterval, Progress progress)
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
                        Home.ofThisProcess(),
                        data,
                        ports,
                        runtime.resolve("bin/java"),
                        search.atLeast(TrinoServer.JDK),
                        new AllJobs(),
                        checkpointInterval),
                progress);
    }
}
