package io.quanyu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void percentilesAreOfWhatWasAdded() {
        Latencies latencies = new Latencies();
        LongStream.rangeClosed(1, 10_000).map(i -> 10_001 - i).forEach(latencies::add);
        assertThat(latencies.percentile(50)).isEqualTo(5_000);
        assertThat(latencies.percentile(99)).isEqualTo(9_900);
        assertThat(latencies.percentile(100)).isEqualTo(10_000);
        assertThat(latencies.size()).isEqualTo(10_000);
    }

    @Test
    void nothingHasNoPercentile() {
        assertThat(new Latencies().percentile(99)).isZero();
    }
}
