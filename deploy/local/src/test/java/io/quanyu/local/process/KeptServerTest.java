package io.quanyu.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.local.process.ServerReport.State;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptServerTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    private Sleeper sleeper;
    private KeptServer kept;
    private Instant now = Instant.parse("2026-09-01T10:00:00Z");

    /** A server that sleeps until its line is closed. */
    private static final class Sleeper implements Server {

        private final Path folder;
        private boolean answers;
        private int starts;

        private Sleeper(Path folder) {
            this.folder = folder;
        }

        @Override
        public String name() {
            return "Sleeper";
        }

        @Override
        public ServerProcess start() {
            starts++;
            return ServerProcess.start(name(), List.of("cat"), folder, folder.resolve("sleeper.log"));
        }

        @Override
        public boolean answers() {
            return answers;
        }
    }

    @BeforeEach
    void start() {
        sleeper = new Sleeper(folder);
        kept = KeptServer.start(sleeper, now);
    }

    @AfterEach
    void end() {
        kept.close();
    }

    @Test
    void whoIsKilledIsStartedAgainAndRunsOnceItAnswers() throws InterruptedException {
        kill();
        step(Duration.ZERO);
        assertThat(kept.report()).returns(State.DEAD, ServerReport::state);
        assertThat(kept.report().lastEnd()).isEqualTo("it ended with code 137");

        step(SECOND);
        assertThat(kept.report()).returns(State.STARTS, ServerReport::state).returns(1, ServerReport::restarts);

        sleeper.answers = true;
        step(SECOND);
        assertThat(kept.report()).returns(State.RUNS, ServerReport::state);
        assertThat(kept.process().isAlive()).isTrue();
    }

    @Test
    void whoDiesAgainAndAgainIsStartedLessAndLessOften() throws InterruptedException {
        kill();
        for (int pause : List.of(1, 2, 4, 8, 16, 32, 60, 60)) {
            step(Duration.ZERO);
            int before = sleeper.starts;
            step(Duration.ofSeconds(pause).minusMillis(1));
            assertThat(sleeper.starts).as("before %s seconds are over", pause).isEqualTo(before);
            step(Duration.ofMillis(1));
            assertThat(sleeper.starts).as("after %s seconds", pause).isEqualTo(before + 1);
            kill();
        }
    }

    @Test
    void whoHasRunForAWhileIsStartedAtOnceAgain() throws InterruptedException {
        sleeper.answers = true;
        for (int deaths = 0; deaths < 3; deaths++) {
            step(Duration.ofMinutes(2));
            kill();
            step(Duration.ZERO);
            step(SECOND);
            assertThat(kept.report()).returns(State.STARTS, ServerReport::state);
            step(SECOND);
        }
    }

    @Test
    void whoMayNotWriteStandsUntilItMay() {
        ServerProcess first = kept.process();
        kept.step(now, false);
        kept.step(now.plus(Duration.ofHours(1)), false);
        assertThat(first.isAlive()).isFalse();
        assertThat(kept.report()).returns(State.STANDS, ServerReport::state);
        assertThat(sleeper.starts).isEqualTo(1);

        kept.step(now, true);
        assertThat(kept.report()).returns(State.STARTS, ServerReport::state);
        assertThat(kept.process().isAlive()).isTrue();
    }

    @Test
    void whoIsClosedStaysDown() {
        kept.close();
        step(Duration.ofHours(1));

        assertThat(kept.process().isAlive()).isFalse();
        assertThat(sleeper.starts).isEqualTo(1);
    }

    private void step(Duration later) {
        now = now.plus(later);
        kept.step(now, true);
    }

    private void kill() throws InterruptedException {
        ProcessHandle.of(kept.process().pid()).orElseThrow().destroyForcibly();
        while (kept.process().isAlive()) {
            Thread.sleep(1);
        }
    }
}
