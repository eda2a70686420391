package io.quanyu.local.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One Trino node with the catalog {@code lake}, in a process of its own on JDK 25.
 *
 * @param jdk the JDK that runs it
 * @param jars folder of the server's jars
 * @param plugins folder that holds one folder of jars for each plugin
 * @param folder its settings and working files; nothing in it needs to survive
 * @param catalogUri JDBC address of the Iceberg catalog's database
 * @param warehouse address of the folder of the tables
 * @param log file of its messages
 * @param port where it answers on 127.0.0.1
 */
public record TrinoServer(
        Jdk jdk, Path jars, Path plugins, Path folder, String catalogUri, String warehouse, Path log, int port)
        implements Server {

    /** The first feature release of the JDK that Trino runs on. */
    public static final int JDK = 25;

    private static final String VERSION = "483";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PROBE = Duration.ofSeconds(5);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(PROBE).build();

    @Override
    public String name() {
        return "Trino";
    }

    @Override
    public ServerProcess start() {
        Path config = folder.resolve("etc/config.properties");
        PropertyFile.write(config, settings());
        PropertyFile.write(folder.resolve("etc/catalog/lake.properties"), catalog());
        return ServerProcess.start(name(), command(config), folder, log);
    }

    /** Waits until the server answers queries. */
    public void awaitReady(ServerProcess process) throws InterruptedException {
        process.awaitReady(this::answers, PATIENCE);
    }

    public String address() {
        return "http://" + Ports.HOST + ":" + port;
    }

    private List<String> command(Path config) {
        var command = new ArrayList<>(List.of(
                jdk.java().toString(),
                "-Xms256m",
                "-Xmx1500m",
                "-XX:+UseSerialGC",
                // Half the processor time of a start goes to the second compiler, which pays off after many queries
                // only.
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djdk.attach.allowAttachSelf=true",
                "-Dnode.environment=quanyu",
                "-Dnode.id=quanyu-local",
                "-Dnode.data-dir=" + folder.resolve("data"),
                "-Dnode.internal-address=" + Ports.HOST,
                "-Dnode.bind-ip=" + Ports.HOST,
                "-Dconfig=" + config));
        command.addAll(
                List.of("-cp", OwnCode.location() + ":" + jars.resolve("*"), ServeTrino.class.getName(), VERSION));
        return command;
    }

    private Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("coordinator", "true"),
                Map.entry("node-scheduler.include-coordinator", "true"),
                Map.entry("http-server.http.port", String.valueOf(port)),
                Map.entry("discovery.uri", address()),
                Map.entry("plugin.dir", plugins.toString()),
                Map.entry("catalog.config-dir", folder.resolve("etc/catalog").toString()),
                // The other scheduler looks after its threads a hundred times a second, with queries or without.
                Map.entry("experimental.thread-per-driver-scheduler-enabled", "false"),
                Map.entry("memory.heap-headroom-per-node", "400MB"),
                Map.entry("query.max-memory", "800MB"),
                Map.entry("query.max-memory-per-node", "800MB"));
    }

    private Map<String, String> catalog() {
        return Map.of(
                "connector.name", "iceberg",
                "iceberg.catalog.type", "jdbc",
                "iceberg.jdbc-catalog.catalog-name", "lake",
                "iceberg.jdbc-catalog.driver-class", "org.sqlite.JDBC",
                "iceberg.jdbc-catalog.connection-url", catalogUri,
                "iceberg.jdbc-catalog.default-warehouse-dir", warehouse,
                "fs.local.enabled", "true",
                "local.location", "/");
    }

    @Override
    public boolean answers() {
        try {
            return answers(address(), PROBE);
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Whether the server at an address takes queries.
     *
     * @throws IOException if nobody answers within the patience
     */
    public static boolean answers(String address, Duration patience) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/v1/info"))
                .timeout(patience)
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body().contains("\"starting\":false");
    }
}
