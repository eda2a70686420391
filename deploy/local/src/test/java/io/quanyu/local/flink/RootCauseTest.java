package io.quanyu.local.flink;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RootCauseTest {

    @Test
    void isTheInnermostCauseWithoutItsPackages() {
        String trace =
                """
                org.apache.flink.runtime.JobException: Recovery is suppressed
                \tat org.apache.flink.Some.method(Some.java:1)
                Caused by: org.apache.flink.util.SerializedThrowable: java.io.IOException: could not write
                \tat org.apache.flink.Other.method(Other.java:2)
                Caused by: java.nio.file.FileSystemException: /data/x: No space left on device
                \t... 3 more
                """;

        assertThat(RootCause.of(trace)).isEqualTo("FileSystemException: /data/x: No space left on device");
    }

    @Test
    void namesTheRecordThatTheTraceNames() {
        String trace =
                """
                org.apache.kafka.common.errors.RecordDeserializationException: Error for partition event.order-1 at offset 17.
                \tat org.apache.kafka.Some.method(Some.java:1)
                Caused by: java.lang.IllegalArgumentException: no Avro
                """;

        assertThat(RootCause.of(trace))
                .isEqualTo("IllegalArgumentException: no Avro (topic event.order, partition 1, offset 17)");
    }

    @Test
    void isTheExceptionItselfWithoutACause() {
        assertThat(RootCause.of("java.lang.OutOfMemoryError: Java heap space\n\tat a.B.c(B.java:1)\n"))
                .isEqualTo("OutOfMemoryError: Java heap space");
    }
}
