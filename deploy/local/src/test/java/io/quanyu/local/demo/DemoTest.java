package io.quanyu.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.jobs.kafka.ClockTime;
import io.quanyu.local.platform.PlatformFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {

    @TempDir
    Path root;

    @Test
    void timeIsThatOfTheWallButWhileADemoIsToBePlayed() {
        var folder = new PlatformFolder(root);
        var world = new WorldFile(1, 100, false);
        assertThat(Demo.timeOf(folder)).isEqualTo(ClockTime.LIVE);

        Demo.in(folder, world);
        assertThat(Demo.timeOf(folder)).as("broken off").isEqualTo(ClockTime.VIRTUAL);

        world.asFinished().write(root);
        assertThat(Demo.timeOf(folder)).as("its month is over").isEqualTo(ClockTime.LIVE);
        assertThat(folder.time()).as("but nobody has gone on").isEqualTo(ClockTime.VIRTUAL);
    }
}
