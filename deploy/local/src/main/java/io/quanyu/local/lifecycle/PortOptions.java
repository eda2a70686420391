package io.quanyu.local.lifecycle;

import io.quanyu.local.process.Ports;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that name the ports. */
public final class PortOptions {

    private static final String ANY = " (default: ${DEFAULT-VALUE}; 0 takes any free one; environment: ";

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            defaultValue = "${env:QUANYU_KAFKA_PORT:-19092}",
            description = "Where Kafka listens on 127.0.0.1" + ANY + "QUANYU_KAFKA_PORT).")
    private int kafka;

    @Option(
            names = "--trino-port",
            paramLabel = "PORT",
            defaultValue = "${env:QUANYU_TRINO_PORT:-18080}",
            description = "Where Trino listens on 127.0.0.1" + ANY + "QUANYU_TRINO_PORT).")
    private int trino;

    @Option(
            names = "--flink-port",
            paramLabel = "PORT",
            defaultValue = "${env:QUANYU_FLINK_PORT:-18081}",
            description = "Where Flink's web page listens on 127.0.0.1" + ANY + "QUANYU_FLINK_PORT).")
    private int flink;

    public Ports ports() {
        return new Ports(kafka, trino, flink);
    }

    public List<String> asArguments() {
        return List.of("--kafka-port=" + kafka, "--trino-port=" + trino, "--flink-port=" + flink);
    }
}
