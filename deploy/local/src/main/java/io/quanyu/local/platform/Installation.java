package io.quanyu.local.platform;

import io.quanyu.local.process.StartFailed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The folder that Quanyu lies in: jars of the servers, and {@code sql/}.
 *
 * @param root folder of the launcher
 */
public record Installation(Path root) {

    /** System property by which the launcher names the folder. */
    public static final String PROPERTY = "quanyu.home";

    /** The folder that the launcher named. */
    public static Installation ofThisProcess() {
        String root = System.getProperty(PROPERTY);
        if (root == null) {
            throw new IllegalStateException("System property " + PROPERTY + " is not set: start Quanyu with ./quanyu");
        }
        return new Installation(Path.of(root).toAbsolutePath().normalize());
    }

    public Path kafkaJars() {
        return existing("deploy/servers/kafka/target/lib");
    }

    public Path trinoJars() {
        return existing("deploy/servers/trino/target/lib");
    }

    /** Folders that hold one folder of jars for each plugin. */
    public List<Path> trinoPlugins() {
        return List.of(
                existing("deploy/servers/trino-iceberg/target/plugin"), existing("deploy/servers/door/target/plugin"));
    }

    /** Tables, views and checks of the lake. */
    public Path sql() {
        return existing("sql");
    }

    private Path existing(String folder) {
        Path path = root.resolve(folder);
        if (!Files.isDirectory(path)) {
            throw new StartFailed(
                    "There is no " + path + ": build with mvn package, or start with ./quanyu, which builds");
        }
        return path;
    }
}
