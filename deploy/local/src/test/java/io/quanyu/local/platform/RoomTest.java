package io.quanyu.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoomTest {

    private static final long MEBIBYTE = 1L << 20;

    @Test
    void thereIsEnoughUntilLittleIsLeftAndThenNotBeforeThereIsTwiceAsMuch() {
        Room room = Room.of(1000 * MEBIBYTE);

        room = room.now(200 * MEBIBYTE);
        assertThat(room.enough()).isTrue();
        room = room.now(200 * MEBIBYTE - 1);
        assertThat(room.enough()).isFalse();
        room = room.now(400 * MEBIBYTE - 1);
        assertThat(room.enough()).isFalse();
        room = room.now(400 * MEBIBYTE);
        assertThat(room.enough()).isTrue();
    }
}
