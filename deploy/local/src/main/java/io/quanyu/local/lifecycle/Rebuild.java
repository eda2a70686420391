package io.quanyu.local.lifecycle;

import io.quanyu.jobs.CustomerApplication;
import io.quanyu.jobs.Generation;
import io.quanyu.local.flink.Checkpoints;
import io.quanyu.local.flink.RunningJob;
import io.quanyu.local.platform.PlatformFolder;
import io.quanyu.local.platform.Progress;
import io.quanyu.local.process.StartFailed;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Derives everything anew from the topics, as a generation beside the one that is there, and lets readers take it when it has caught up. What was
 * begun goes on wherever it was broken off.
 *
 * <p>In the moment of the change nobody ticks the clock: both generations have then said all there is to say, so no answer goes back or
 * is missing. Not for several threads.
 */
public final class Rebuild {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

    /** So few facts and ticks are read while the clock stands for the change. On a busy platform there is never none. */
    private static final long NEARLY = 1_000;

    private static final String SWITCH = "insert into lake.dim.generation_change values (?, current_timestamp(6), ?)";
    private static final String CURRENT = "select generation from lake.dim.generation";

    private final EmbeddedPlatform platform;
    private final PlatformFolder data;
    private final Progress progress;
    private @Nullable RunningJob job;

    public Rebuild(EmbeddedPlatform platform, PlatformFolder data, Progress progress) {
        this.platform = platform;
        this.data = data;
        this.progress = progress;
    }

    /**
     * Goes on with what was asked for, if anything was. To be called again and again. What fails is told in the file of the rebuild, and the
     * platform goes on without it.
     */
    public void step() throws InterruptedException {
        try {
            Optional<RebuildFile> asked = RebuildFile.goingOn(data);
            if (asked.isPresent() && job == null) {
                begin(asked.get());
            } else if (asked.isPresent()) {
                goOn(asked.get(), job);
            }
        } catch (IllegalStateException | UncheckedIOException e) {
            if (!platform.isClosed()) {
                fail(e);
            }
        }
    }

    private void fail(RuntimeException why) throws InterruptedException {
        LOG.warn("The rebuild does not go on", why);
        progress.say("Rebuild  does not go on: " + why.getMessage() + ". Ask again with ./quanyu rebuild");
        RunningJob building = job;
        job = null;
        try {
            if (building != null) {
                platform.end(building);
            }
            RebuildFile.in(data).ifPresent(file -> file.failed(String.valueOf(why.getMessage()))
                    .write(data));
        } catch (IllegalStateException | UncheckedIOException e) {
            LOG.warn("The rebuild that failed does not end in order", e);
        }
    }

    private void begin(RebuildFile asked) throws InterruptedException {
        long current = current();
        if (asked.generation() == current) {
            RebuildFile.delete(data);
            return;
        }
        RebuildFile begun = asked.generation() == 0 ? asked.begun(current + 1) : asked;
        begun.write(data);
        progress.say("Rebuild  generation " + begun.generation() + " is derived from the topics, beside generation "
                + current);
        job = platform.begin(Generation.building(begun.generation()), begun.parallelism());
    }

    private void goOn(RebuildFile begun, RunningJob building) throws InterruptedException {
        building.requireAlive();
        long left = platform.unread(building);
        RebuildFile now = begun.at(left, platform.factsAndTicks());
        if (!now.equals(begun)) {
            now.write(data);
        }
        if (left <= NEARLY && !building.isSweeping()) {
            change(begun, building);
        }
    }

    private void change(RebuildFile begun, RunningJob building) throws InterruptedException {
        Optional<RunningJob> old = platform.customer();
        Map<TopicPartition, Long> all = platform.factsAndTicksSoFar();
        if (old.isPresent()) {
            platform.untilSaid(old.get(), all);
        }
        platform.untilSaid(building, all);
        try (Connection trino = platform.addresses().connect();
                PreparedStatement change = trino.prepareStatement(SWITCH)) {
            change.setLong(1, begun.generation());
            change.setString(2, begun.cause());
            change.executeUpdate();
        } catch (SQLException e) {
            throw new StartFailed(
                    "Trino does not let readers take generation " + begun.generation() + ": " + e.getMessage(), e);
        }
        if (old.isPresent()) {
            platform.end(old.get());
        }
        platform.end(building);
        job = null;
        platform.begin(Generation.current(begun.generation()), 0);
        RebuildFile.delete(data);
        forgetOlder(begun.generation());
        progress.say("Rebuild  generation " + begun.generation() + " has caught up: from now on it answers");
    }

    private void forgetOlder(long current) {
        for (long number = 1; number < current; number++) {
            new Checkpoints(data.checkpoints()
                            .resolve(Generation.current(number).name(CustomerApplication.NAME)))
                    .deleteAll();
        }
    }

    private long current() {
        try (Connection trino = platform.addresses().connect();
                var statement = trino.createStatement();
                var answer = statement.executeQuery(CURRENT)) {
            answer.next();
            return answer.getLong(1);
        } catch (SQLException e) {
            throw new StartFailed("Trino does not say which generation is current: " + e.getMessage(), e);
        }
    }
}
