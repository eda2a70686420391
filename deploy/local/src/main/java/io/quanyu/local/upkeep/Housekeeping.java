package io.quanyu.local.upkeep;

import io.quanyu.jobs.iceberg.LakeTables;
import io.quanyu.local.flink.FlinkPage;
import io.quanyu.local.platform.PlatformFolder;
import io.quanyu.local.platform.PlatformJob;
import io.quanyu.serve.ask.platform.RunningPlatform;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the lake of a running platform small: once a minute what has changed since, once a day what was left behind. What fails is in the log, and
 * is tried again.
 */
public final class Housekeeping implements AutoCloseable {

    /** The jobs that write tables. */
    public static final Set<PlatformJob> WRITERS = Set.of(PlatformJob.LAKE, PlatformJob.CUSTOMER);

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private static final Duration BETWEEN_ROUNDS = Duration.ofMinutes(1);
    private static final Duration FIRST_STRAYS = Duration.ofHours(1);
    private static final Duration BETWEEN_STRAYS = Duration.ofDays(1);
    private static final Duration GOODBYE = Duration.ofSeconds(5);

    private final RunningPlatform platform;
    private final PlatformFolder data;
    private final Clock wall;
    private final Thread thread = new Thread(this::keep, "housekeeping");

    /** The state in which each table was left. */
    private final Map<String, OptionalLong> left = new HashMap<>();

    private Instant nextStrays;

    private Housekeeping(RunningPlatform platform, PlatformFolder data, Clock wall) {
        this.platform = platform;
        this.data = data;
        this.wall = wall;
        this.nextStrays = wall.instant().plus(FIRST_STRAYS);
    }

    /** Begins in a thread of its own. */
    public static Housekeeping of(RunningPlatform platform, PlatformFolder data, Clock wall) {
        var housekeeping = new Housekeeping(platform, data, wall);
        housekeeping.thread.setDaemon(true);
        housekeeping.thread.start();
        return housekeeping;
    }

    /** What is under way at one table is broken off; its readers and writers do not notice. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(GOODBYE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep() {
        try (LakeTables tables = LakeTables.of(data.lakeSettings())) {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(BETWEEN_ROUNDS.toMillis());
                round(tables);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round(LakeTables tables) throws InterruptedException {
        try (Connection trino = platform.connect()) {
            Optional<Instant> saved = FlinkPage.of(platform).saved(WRITERS);
            var upkeep = new LakeUpkeep(tables, trino, UpkeepRules.RUNNING);
            Instant now = wall.instant();
            boolean all = now.isAfter(nextStrays);
            for (String table : tables.names()) {
                if (all || !tables.current(table).equals(left.get(table))) {
                    tell(all ? upkeep.tidyAll(table, saved, now) : upkeep.tidy(table, saved));
                    left.put(table, tables.current(table));
                } else {
                    upkeep.forget(table, saved);
                }
            }
            nextStrays = all ? now.plus(BETWEEN_STRAYS) : nextStrays;
        } catch (SQLException | RuntimeException e) {
            LOG.warn("The lake is not tidied this time: {}", e.getMessage(), e);
        }
    }

    private static void tell(TableUpkeep done) {
        done.problem().ifPresent(problem -> LOG.warn("{} is not tidied this time: {}", done.table(), problem));
        if (done.didSomething()) {
            LOG.info("{}: {} became {}", done.table(), done.before(), done.after());
        }
    }
}
