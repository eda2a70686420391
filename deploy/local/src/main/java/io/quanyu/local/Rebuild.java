package io.quanyu.local;

import io.quanyu.jobs.CustomerApplication;
import io.quanyu.jobs.Generation;
import io.quanyu.local.process.StartFailed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Derives everything anew from the topics, as a generation beside the one that is there, and lets readers take it when it has caught up. What was
 * begun goes on wherever it was broken off.
 *
 * <p>In the moment of the change nobody ticks the clock: both generations have then said all there is to say, so no answer goes back or
 * is missing. Not for several threads.
 */
public final class Rebuild {

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

    /** Goes on with what was asked for, if anything was. To be called again and again. */
    public void step() throws InterruptedException {
        Optional<RebuildFile> asked = RebuildFile.in(data);
        if (asked.isEmpty()) {
            return;
        }
        if (job == null) {
            begin(asked.get());
        } else {
            goOn(asked.get(), job);
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
        begun.at(left, platform.factsAndTicks()).write(data);
        if (left == 0) {
            change(begun, building);
        }
    }

    private void change(RebuildFile begun, RunningJob building) throws InterruptedException {
        Optional<RunningJob> old = platform.customer();
        if (old.isPresent()) {
            platform.untilSaid(old.get());
        }
        platform.untilSaid(building);
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
