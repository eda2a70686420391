package io.quanyu.local.process;

import io.quanyu.serve.ask.platform.Passwords;
import io.quanyu.serve.ask.platform.Passwords.User;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One Trino node with the catalog {@code lake}, in a process of its own on JDK 25. Whoever asks it needs a password, and only the platform's own
 * user may change anything.
 *
 * @param jdk the JDK that runs it
 * @param jars folder of the server's jars
 * @param plugins folders that hold one folder of jars for each plugin
 * @param folder its settings and working files; nothing in it needs to survive
 * @param catalogUri JDBC address of the Iceberg catalog's database
 * @param lake folder of the tables, the only one that it reads and writes
 * @param passwords of its users
 * @param log file of its messages
 * @param port where it answers on 127.0.0.1
 * @param ownPort where it talks to itself
 */
public record TrinoServer(
        Jdk jdk,
        Path jars,
        List<Path> plugins,
        Path folder,
        String catalogUri,
        Path lake,
        Passwords passwords,
        Path log,
        int port,
        int ownPort)
        implements Server {

    /** The first feature release of the JDK that Trino runs on. */
    public static final int JDK = 25;

    private static final String VERSION = "483";
    private static final String DOOR = "door";
    private static final String USERS = "trino-users.json";
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
        TrinoCertificate certificate = TrinoCertificate.in(passwords.folder(), passwords.certificate(), jdk);
        Path config = etc("config.properties");
        PropertyFile.write(config, settings(certificate));
        PropertyFile.write(etc("catalog/lake.properties"), catalog(onlyTheLake()));
        Map<String, String> door = Map.of("passwords", passwords.folder().toString());
        PropertyFile.write(etc("headers.properties"), named("header-authenticator.name", DOOR, door));
        PropertyFile.write(etc("form.properties"), named("password-authenticator.name", DOOR, door));
        PropertyFile.write(
                etc("procedures.properties"),
                named("access-control.name", DOOR, Map.of("writer", User.QUANYU.title())));
        PropertyFile.write(
                etc("users.properties"),
                named(
                        "access-control.name",
                        "file",
                        Map.of("security.config-file", usersFile().toString())));
        return ServerProcess.start(name(), command(config), folder, log);
    }

    /** Waits until the server answers queries. */
    public void awaitReady(ServerProcess process) throws InterruptedException {
        process.awaitReady(this::answers, PATIENCE);
    }

    public String address() {
        return "https://" + Ports.HOST + ":" + port;
    }

    /** Without a password it tells here whether it is ready, and nothing else. */
    private String ownAddress() {
        return "http://" + Ports.HOST + ":" + ownPort;
    }

    private Path etc(String file) {
        return folder.resolve("etc").resolve(file);
    }

    private static Map<String, String> named(String key, String name, Map<String, String> settings) {
        var all = new TreeMap<>(settings);
        all.put(key, name);
        return all;
    }

    private Path usersFile() {
        Path file = etc(USERS);
        try (InputStream rules = TrinoServer.class.getResourceAsStream(USERS)) {
            Files.copy(Objects.requireNonNull(rules, USERS), file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new StartFailed("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /** A root that has the lake at the place where it lies, and nothing beside it: locations of tables are absolute. */
    private Path onlyTheLake() {
        Path root = folder.resolve("files");
        Path place = root.resolve(lake.getRoot().relativize(lake));
        try {
            Files.createDirectories(place.getParent());
            if (!Files.isSymbolicLink(place) || !Files.readSymbolicLink(place).equals(lake)) {
                Files.deleteIfExists(place);
                Files.createSymbolicLink(place, lake);
            }
            return root;
        } catch (IOException e) {
            throw new StartFailed("Cannot show Trino the lake at " + place + ": " + e.getMessage(), e);
        }
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

    private Map<String, String> settings(TrinoCertificate certificate) {
        return Map.ofEntries(
                Map.entry("coordinator", "true"),
                Map.entry("node-scheduler.include-coordinator", "true"),
                // The other scheduler looks after its threads a hundred times a second, with queries or without.
                Map.entry("experimental.thread-per-driver-scheduler-enabled", "false"),
                Map.entry("http-server.http.port", String.valueOf(ownPort)),
                Map.entry("http-server.https.enabled", "true"),
                Map.entry("http-server.https.port", String.valueOf(port)),
                Map.entry(
                        "http-server.https.keystore.path",
                        certificate.keyStore().toString()),
                Map.entry("http-server.https.keystore.key", certificate.word()),
                Map.entry("http-server.authentication.type", "HEADER"),
                Map.entry("http-server.authentication.allow-insecure-over-http", "false"),
                Map.entry(
                        "header-authenticator.config-files",
                        etc("headers.properties").toString()),
                Map.entry("web-ui.authentication.type", "FORM"),
                Map.entry(
                        "password-authenticator.config-files",
                        etc("form.properties").toString()),
                Map.entry("access-control.config-files", etc("users.properties") + "," + etc("procedures.properties")),
                Map.entry("internal-communication.shared-secret", NewPasswords.any()),
                Map.entry("discovery.uri", ownAddress()),
                Map.entry("plugin.dir", plugins.stream().map(Path::toString).collect(Collectors.joining(","))),
                Map.entry("catalog.config-dir", etc("catalog").toString()),
                Map.entry("memory.heap-headroom-per-node", "400MB"),
                Map.entry("query.max-memory", "800MB"),
                Map.entry("query.max-memory-per-node", "800MB"));
    }

    private Map<String, String> catalog(Path root) {
        return Map.of(
                "connector.name", "iceberg",
                "iceberg.catalog.type", "jdbc",
                "iceberg.jdbc-catalog.catalog-name", "lake",
                "iceberg.jdbc-catalog.driver-class", "org.sqlite.JDBC",
                "iceberg.jdbc-catalog.connection-url", catalogUri,
                "iceberg.jdbc-catalog.default-warehouse-dir", "file://" + lake,
                "fs.local.enabled", "true",
                "local.location", root.toString());
    }

    @Override
    public boolean answers() {
        try {
            return answers(ownAddress(), PROBE);
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
