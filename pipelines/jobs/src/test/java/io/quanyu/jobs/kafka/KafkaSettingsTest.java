package io.quanyu.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.contract.RecordSize;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaSettingsTest {

    @Test
    void aWriterSendsWhateverTheDoorLetsThroughAndAReaderNeedsNothing() {
        var settings = new KafkaSettings("127.0.0.1:9092", Map.of("security.protocol", "SSL"));

        assertThat(settings.clientProperties()).isEqualTo(Map.of("security.protocol", "SSL"));
        assertThat(settings.producerProperties())
                .isEqualTo(Map.of(
                        "security.protocol", "SSL", "max.request.size", String.valueOf(RecordSize.LARGEST_BYTES)));
    }
}
