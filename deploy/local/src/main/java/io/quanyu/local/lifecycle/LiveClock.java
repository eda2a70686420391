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
 * Lets time pass on a platform as it passes on the wall, until the platform is closed: five ticks a second while events come, one a second while
 * none do.
 */
public final class LiveClock {

    /** A fact waits for the next tick, and everybody else for the fact. */
    public static final Duration TICK = Duration.ofMillis(200);

    private static final Logger LOG = LoggerFactory.getLogger(LiveClock.class);

    /** What ends by time alone is told at most this much later. */
    private static final Duration IDLE_TICK = Duration.ofSeconds(1);

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
        while (!platform.isClosed()) {
            if (platform.isWhole()) {
                between.step();
            }
            if (platform.takesTicks() && !data.hasVirtualClock()) {
                tick(wall.instant().truncatedTo(ChronoUnit.MILLIS));
            }
            Thread.sleep(TICK.toMillis());
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
            Map<TopicPartition, Long> facts = platform.facts();
            if (!facts.equals(counted) || !now.isBefore(ticked.plus(IDLE_TICK))) {
                platform.tick(now, facts);
                ticked = now;
                counted = facts;
            }
        } catch (IllegalStateException e) {
            if (!platform.isClosed()) {
                LOG.warn("No tick at {}", now, e);
            }
        }
    }
}
