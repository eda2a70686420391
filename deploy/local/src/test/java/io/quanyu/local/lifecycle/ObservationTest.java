package io.quanyu.local.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.local.flink.JobFailure;
import io.quanyu.local.flink.JobReport;
import io.quanyu.local.platform.PlatformFolder;
import io.quanyu.local.platform.PlatformJob;
import io.quanyu.local.platform.Room;
import io.quanyu.local.process.ServerReport;
import io.quanyu.local.process.ServerReport.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a platform tells of itself is read as it was told. */
class ObservationTest {

    @TempDir
    Path root;

    @Test
    void whatWasSeenIsReadAsItWasTold() throws IOException {
        PlatformFolder data = new PlatformFolder(root);
        var failing =
                new JobReport(PlatformJob.LAKE, "lake", "RESTARTING", "none yet", new JobFailure("IOException: x", 7));
        var seen = new Observation(
                17,
                Answer.of(new KafkaView(Map.of("lake", 3L), null)),
                Answer.none("silent"),
                Answer.of(List.of(failing)));

        Observation.FILE.write(data, seen);

        assertThat(Observation.in(data)).isEqualTo(seen);
    }

    @Test
    void howTheServersAreIsReadAsItWasTold() throws IOException {
        PlatformFolder data = new PlatformFolder(root);
        var health = new Health(List.of(new ServerReport("Kafka", State.DEAD, 1, 2, "why")), Room.of(3));

        Health.FILE.write(data, health);

        assertThat(Health.in(data)).isEqualTo(health);
        assertThat(health.allRun()).isFalse();
    }

    @Test
    void whatCannotBeReadWasNotTold() throws IOException {
        PlatformFolder data = new PlatformFolder(root);
        Files.writeString(root.resolve("observation.json"), "{\"at");

        assertThat(Observation.in(data).jobs().given()).isEmpty();
        assertThat(Health.in(data).servers()).isEmpty();
    }
}
