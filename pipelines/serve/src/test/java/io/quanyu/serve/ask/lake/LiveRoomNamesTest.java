package io.quanyu.serve.ask.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.domain.customer.Touch;
import io.quanyu.ingest.door.Platform;
import io.quanyu.ingest.door.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules name the live rooms of a platform as its source does. */
class LiveRoomNamesTest {

    private static final Path MAPS = Path.of("../ingest/src/main/resources");

    @Test
    void aPlatformWithLiveRoomsHasAChannelInItsChineseName() throws IOException {
        List<String> withLiveRooms = new ArrayList<>();
        for (Platform platform : Sources.platforms()) {
            if (readsLiveRooms(platform)) {
                withLiveRooms.add(platform.name());
                assertThat(Touch.ofLiveRoom("e", 0, platform.name()).source())
                        .isEqualTo("channel:" + platform.chineseName() + "直播间");
            }
        }
        assertThat(withLiveRooms).contains("douyin");
    }

    private static boolean readsLiveRooms(Platform platform) throws IOException {
        Path folder = MAPS.resolve(platform.getClass().getPackageName().replace('.', '/'));
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> maps = Files.list(folder)) {
            for (Path map : maps.toList()) {
                if (Files.readString(map).contains("live_room:")) {
                    return true;
                }
            }
        }
        return false;
    }
}
