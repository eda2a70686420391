package io.quanyu.local.process;

import io.quanyu.contract.RecordSize;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One real Kafka node, broker and controller in one process, that forgets nothing.
 *
 * @param java the {@code java} command that runs it
 * @param jars folder of the broker's jars
 * @param data folder of its logs; what is in it survives
 * @param log file of its messages
 * @param port where clients reach it on 127.0.0.1
 */
public record KafkaServer(Path java, Path jars, Path data, Path log, int port) implements Server {

    // Only one node ever has this id: its folder is its own.
    private static final String CLUSTER_ID = "UXVhbnl1TG9jYWxLYWZrYQ";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Override
    public String name() {
        return "Kafka";
    }

    @Override
    public ServerProcess start() {
        Path settings = data.resolve("server.properties");
        PropertyFile.write(settings, settings(Ports.free()));
        return ServerProcess.start(name(), command(settings), data, log);
    }

    public String address() {
        return Ports.HOST + ":" + port;
    }

    /** Waits until the node accepts clients. */
    public void awaitReady(ServerProcess process) throws InterruptedException {
        process.awaitReady(this::answers, PATIENCE);
    }

    private List<String> command(Path settings) {
        return List.of(
                java.toString(),
                "-Xms64m",
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlog4j2.configurationFile=classpath:io/quanyu/local/process/kafka-log4j2.xml",
                "-cp",
                OwnCode.location() + ":" + jars.resolve("*"),
                ServeKafka.class.getName(),
                CLUSTER_ID,
                settings.toString());
    }

    private Map<String, String> settings(int controllerPort) {
        String clients = "PLAINTEXT://" + Ports.HOST + ":" + port;
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@" + Ports.HOST + ":" + controllerPort),
                Map.entry("listeners", clients + ",CONTROLLER://" + Ports.HOST + ":" + controllerPort),
                Map.entry("advertised.listeners", clients),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("log.dirs", data.resolve("data").toString()),
                Map.entry("message.max.bytes", String.valueOf(RecordSize.LARGEST_BYTES)),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("log.retention.ms", "-1"),
                Map.entry("log.retention.bytes", "-1"),
                Map.entry("offsets.retention.minutes", String.valueOf(Integer.MAX_VALUE)),
                Map.entry("offsets.topic.num.partitions", "1"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("transaction.state.log.num.partitions", "1"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"));
    }

    @Override
    public boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int)
                    Duration.ofSeconds(1).toMillis());
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
