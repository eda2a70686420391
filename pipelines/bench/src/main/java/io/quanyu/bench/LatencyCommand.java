package io.quanyu.bench;

import io.quanyu.bench.MadePerson.Sharing;
import io.quanyu.jobs.kafka.ClockTime;
import io.quanyu.local.lifecycle.EmbeddedPlatform;
import io.quanyu.local.lifecycle.LiveClock;
import io.quanyu.local.lifecycle.PlatformLaunch;
import io.quanyu.local.platform.PlatformFolder;
import io.quanyu.local.platform.Progress;
import io.quanyu.local.process.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "latency",
        description = "How long a new identifier waits for its person on the embedded platform, from topic to topic.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class LatencyCommand implements Callable<Integer> {

    /** As {@code ./quanyu up}. */
    private static final Duration CHECKPOINTS = Duration.ofSeconds(30);

    private static final int HUNDRED = 100;

    @Option(names = "--identifiers", paramLabel = "N", defaultValue = "100000", description = "In one workload.")
    private long identifiers;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1")
    private long seed;

    @Option(names = "--waiting", paramLabel = "N", defaultValue = "20000", description = "Identifiers, to saturate.")
    private int waiting;

    @Option(
            names = "--warm-up-seconds",
            paramLabel = "N",
            defaultValue = "90",
            description = "Saturated and unmeasured: the compiler takes its share.")
    private int warmUpSeconds;

    @Option(names = "--saturate-seconds", paramLabel = "N", defaultValue = "60")
    private int saturateSeconds;

    @Option(names = "--seconds", paramLabel = "N", defaultValue = "60", description = "Of the measurement.")
    private int seconds;

    @Option(names = "--load", paramLabel = "PERCENT", defaultValue = "70", description = "Of saturation.")
    private int load;

    @Option(names = "--rate", paramLabel = "N", description = "Events a second, instead of looking for saturation.")
    private @Nullable Double rate;

    @Option(names = "--folder", paramLabel = "DIR", description = "For the platform's data: an empty one.")
    private @Nullable Path folder;

    @Override
    public Integer call() throws Exception {
        PlatformFolder data = new PlatformFolder(folder == null ? Files.createTempDirectory("quanyu-latency") : folder);
        Progress progress = Progress.on(System.err);
        progress.say("Data in " + data.root());
        Clock wall = Clock.systemUTC();
        Workload workload = Workload.of(seed, identifiers, Sharing.SOME_PHONES_ARE_SHARED);
        try (EmbeddedPlatform platform = PlatformLaunch.start(data, Ports.ANY, ClockTime.LIVE, CHECKPOINTS, progress);
                PlatformUnderLoad loaded = PlatformUnderLoad.of(platform, workload, wall)) {
            LiveClock clock = new LiveClock(platform, data, wall);
            Thread ticking = new Thread(() -> tick(clock), "clock");
            ticking.setDaemon(true);
            ticking.start();
            measure(loaded, progress);
            platform.requireAlive();
        }
        return 0;
    }

    private void measure(PlatformUnderLoad loaded, Progress progress) throws InterruptedException {
        loaded.saturate(waiting, Duration.ofSeconds(warmUpSeconds));
        double most = loaded.saturate(waiting, Duration.ofSeconds(saturateSeconds));
        loaded.settle();
        double paced = rate == null ? most * load / HUNDRED : rate;
        progress.say(line("It takes %.0f events a second; now %.0f a second", most, paced));
        // What was kept busy leaves garbage and a long checkpoint behind, which are not of this pace.
        loaded.pace(paced, Duration.ofSeconds(seconds));
        Latencies waited = loaded.pace(paced, Duration.ofSeconds(seconds));
        System.out.println(
                "| events a second at most | events a second | new identifiers | p50 ms | p99 ms | max ms |");
        System.out.println("|---:|---:|---:|---:|---:|---:|");
        System.out.println(line("| %,.0f | %,.0f | %s |", most, paced, waited.cells()));
    }

    private static void tick(LiveClock clock) {
        try {
            clock.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
