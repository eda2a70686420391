package io.quanyu.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.local.KilledDemo.Played;
import io.quanyu.local.Shell.Outcome;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A platform whose processes are killed in the middle of a demo loses nothing, repeats nothing and says the same. */
@ExtendWith(KilledDemo.class)
@ResourceLock(KilledDemo.LOCK)
class KilledDemoIT {

    @Test
    void saysTheSameAsAnUndisturbedRun(Played demo) {
        assertThat(demo.answers()).isEqualTo(demo.undisturbed());
    }

    @Test
    void whoWasKilledWasStartedAgainAndThatWasTold(Played demo) throws Exception {
        assertThat(Files.readString(demo.shell().data().resolve("logs/platform.log")))
                .contains("Kafka DEAD", "Kafka RUNS", "Trino DEAD");
    }

    /** By a detector that shares nothing with the guard at the door: every column, topic and manifest. */
    @Test
    void nothingPersonalStandsInClear(Played demo) throws Exception {
        Outcome audit = demo.shell().quanyu("audit", "pii");

        assertThat(audit.exitCode()).as(audit.out() + audit.err()).isZero();
        assertThat(audit.out()).contains(" 0 places in clear");
    }

    @Test
    void everyCheckOfTheLakeHolds(Played demo) throws Exception {
        Outcome audit = demo.shell().quanyu("audit");

        assertThat(audit.exitCode()).as(audit.out() + audit.err()).isZero();
        assertThat(audit.out()).contains("identity_redirects", "conflict_evidence", "newest_assignment");
    }
}
