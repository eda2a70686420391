package io.quanyu.local.lifecycle;

import io.quanyu.local.platform.PlatformFolder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets time pass on a platform as it passes on the wall, until the platform is closed: a tick as soon as facts have come, five a second at most, and
 * one in ten seconds while none do.
 */
public final class LiveClock {

    /** So many facts go together with one tick as come in this time. */
    public static final Duration TICK = Duration.ofMillis(200);

    private static final Logger LOG = LoggerFactory.getLogger(LiveClock.class);

    /** What ends by time alone is told at most this much later. A tick stays on the topic for good, so idle hours must not be full of them. */
    private static final Duration IDLE_TICK = Duration.ofSeconds(10);

    /** What is done between two ticks waits no longer. */
    private static final Duration STEP = Duration.ofSeconds(1);

    private final EmbeddedPlatform platform;
    private final PlatformFolder data;
    private final Clock wall;

    private Instant ticked = Instant.EPOCH;
    private Map<TopicPartition, Long> counted = Map.of();

    public LiveClock(EmbeddedPlatform platform, PlatformFolder data, Clock wall) {
        this.platform = platform;
        this.data = data;
        this.wall = wall;
    }

    /**
     * Returns when the platform is closed. While time in the folder is a demo's, or a server is started again, there is no tick.
     *
     * @param between what is done between two ticks, where all servers answer
     */
    public void run(Upkeep between) throws InterruptedException {
        try (FactsWatch facts = new FactsWatch(platform.kafka())) {
            boolean came = true;
            while (!platform.isClosed()) {
                if (platform.isWhole()) {
                    between.step();
                }
                Instant now = wall.instant().truncatedTo(ChronoUnit.MILLIS);
                boolean due = came || !now.isBefore(ticked.plus(IDLE_TICK));
                if (due && platform.takesTicks() && !data.hasVirtualClock()) {
                    tick(now);
                }
                Thread.sleep(TICK.toMillis());
                came = counted.isEmpty() || facts.await(counted, STEP);
            }
        }
    }

    /** Work that wants time to stand while it is done. */
    @FunctionalInterface
    public interface Upkeep {
        void step() throws InterruptedException;
    }

    /** Returns when the platform is closed. */
    public void run() throws InterruptedException {
        run(() -> {});
    }

    private void tick(Instant now) throws InterruptedException {
        try {
            counted = platform.facts();
            platform.tick(now, counted);
            ticked = now;
        } catch (IllegalStateException e) {
            if (!platform.isClosed()) {
                LOG.warn("No tick at {}", now, e);
            }
        }
    }
}
