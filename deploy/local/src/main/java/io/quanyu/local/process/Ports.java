package io.quanyu.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Where the parts listen on 127.0.0.1. Zero stands for any free port until {@link #claimed}.
 *
 * @param kafka clients of the broker
 * @param trino queries and Trino's web page
 * @param flink Flink's web page
 */
public record Ports(int kafka, int trino, int flink) {

    /** The only address that anything listens on. */
    public static final String HOST = "127.0.0.1";

    /** Any free port for each part. */
    public static final Ports ANY = new Ports(0, 0, 0);

    /**
     * These ports with a free one in place of each zero.
     *
     * @throws StartFailed if one of them is taken
     */
    public Ports claimed() {
        return new Ports(
                claim(kafka, "Kafka", "--kafka-port"),
                claim(trino, "Trino", "--trino-port"),
                claim(flink, "Flink", "--flink-port"));
    }

    /** A port that nobody listens on right now. */
    public static int free() {
        return claim(0, "a part", "another port");
    }

    private static int claim(int port, String part, String option) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket.getLocalPort();
        } catch (IOException e) {
            if (port == 0) {
                throw new UncheckedIOException("No free port on " + HOST, e);
            }
            throw new StartFailed(
                    "Port " + port + " for " + part + " is taken by another program (" + e.getMessage()
                            + "): end it, or choose another with " + option + " PORT (0 takes any free one)",
                    e);
        }
    }
}
