package io.quanyu.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskUseTest {

    @TempDir
    Path root;

    @Test
    void countsTheFilesOfEachPart() throws IOException {
        PlatformFolder data = new PlatformFolder(root);
        data.prepare(0);
        Files.write(data.kafka().resolve("0.log"), new byte[1000]);
        Files.write(data.kafka().resolve("0.timeindex"), new byte[9000]);
        Files.write(Files.createDirectories(data.lake().resolve("dwd/scan")).resolve("a.parquet"), new byte[3000]);

        assertThat(DiskUse.of(data).bytes())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("kafka", 1000L, "lake", 3000L, "checkpoints", 0L, "logs", 0L));
    }

    @Test
    void isToldInUnitsThatPeopleRead() {
        Map<String, Long> bytes = new LinkedHashMap<>();
        bytes.put("kafka", 900L);
        bytes.put("lake", 5L << 30);

        assertThat(new DiskUse(bytes, 1536 << 10).words()).isEqualTo("kafka 900 bytes, lake 5.0 GiB; 1.5 MiB free");
    }
}
