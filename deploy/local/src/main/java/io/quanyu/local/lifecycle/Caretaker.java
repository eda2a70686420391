package io.quanyu.local.lifecycle;

import io.quanyu.local.platform.PlatformFolder;
import io.quanyu.local.platform.Room;
import io.quanyu.local.process.KeptServer;
import io.quanyu.local.process.ServerReport;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the servers while the platform runs: who ends is started again, and where the disk has no room left, Kafka stands
 * until it has. Everything that is written begins with Kafka, so the jobs then find nothing to write, and what it has taken is not lost.
 */
final class Caretaker {

    private static final Logger LOG = LoggerFactory.getLogger(Caretaker.class);
    /** How long after its end a server is missed. */
    static final Duration PAUSE = Duration.ofMillis(500);

    private final PlatformFolder data;
    private final KeptServer kafka;
    private final KeptServer trino;
    private final Clock clock;
    private volatile Health health;

    /** Of servers that answer. */
    Caretaker(PlatformFolder data, KeptServer kafka, KeptServer trino, Clock clock) {
        this.data = data;
        this.kafka = kafka;
        this.trino = trino;
        this.clock = clock;
        this.health = new Health(List.of(kafka.report(), trino.report()), Room.of(Long.MAX_VALUE));
        tell();
    }

    /** How the servers are. */
    Health health() {
        return health;
    }

    /** Does what is due, and tells what has changed. */
    void step() {
        try {
            Room room = health.room().now(Files.getFileStore(data.root()).getUsableSpace());
            Instant now = clock.instant();
            kafka.step(now, room.enough());
            trino.step(now, true);
            become(new Health(List.of(kafka.report(), trino.report()), room));
        } catch (IOException | RuntimeException e) {
            LOG.warn("The servers cannot be looked after", e);
        }
    }

    private void become(Health now) {
        Health before = health;
        boolean same = now.servers().equals(before.servers())
                && now.room().enough() == before.room().enough();
        health = now;
        if (!same) {
            sayWhatChanged(before, now);
            tell();
        }
    }

    private static void sayWhatChanged(Health before, Health now) {
        if (before.room().enough() != now.room().enough()) {
            String what = now.room().enough() ? "The disk has room again" : "The disk is full, Kafka stands";
            LOG.warn("{}: {}", what, now.room().words());
        }
        for (ServerReport server : now.servers()) {
            if (!before.servers().contains(server)) {
                LOG.warn(
                        "{} {}, started again {} times. {}",
                        server.name(),
                        server.state(),
                        server.restarts(),
                        server.lastEnd());
            }
        }
    }

    /** On a full disk it may not succeed; whoever looks sees the full disk, too. */
    private void tell() {
        try {
            Health.FILE.write(data, health);
        } catch (IOException e) {
            LOG.warn("Cannot write how the servers are", e);
        }
    }
}
