package io.quanyu.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void zeroStandsForAnyFreePort() {
        Ports claimed = Ports.ANY.claimed();

        assertThat(claimed.kafka()).isPositive();
        assertThat(claimed.trino()).isPositive();
        assertThat(claimed.flink()).isPositive();
    }

    @Test
    void namesThePartAndTheOptionOfATakenPort() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int taken = other.getLocalPort();

            assertThatThrownBy(() -> new Ports(0, taken, 0).claimed())
                    .isInstanceOf(StartFailed.class)
                    .hasMessageContaining("Port " + taken + " for Trino")
                    .hasMessageContaining("--trino-port");
        }
    }
}
