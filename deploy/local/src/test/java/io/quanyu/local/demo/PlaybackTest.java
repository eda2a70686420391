package io.quanyu.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.world.Size;
import io.quanyu.world.World;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaybackTest {

    @Test
    void slicesEndInOrderAndTheLastAtTheEndOfTheWorld() {
        World world = World.of(7, Size.SMALL);

        List<Instant> ends = Playback.sliceEnds(world);

        assertThat(ends).isSorted().doesNotHaveDuplicates().hasSize(7);
        assertThat(ends.get(ends.size() - 1)).isEqualTo(world.end());
    }
}
