package io.quanyu.local.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the JDK that Trino needs: where the user says, else {@code JAVA_HOME}, else the usual install folders.
 *
 * @param told value of {@value #VARIABLE}, if set; it alone counts then
 * @param javaHome value of {@code JAVA_HOME}, if set
 * @param installFolders folders that hold one JDK each in a folder of its own
 */
public record JdkSearch(@Nullable String told, @Nullable String javaHome, List<Path> installFolders) {

    /** Environment variable that names the JDK for Trino. */
    public static final String VARIABLE = "QUANYU_JDK25_HOME";

    private static final String MAC_HOME = "Contents/Home";

    /** Where package managers and version managers of Linux and macOS put JDKs. */
    public static List<Path> usualFolders(Path userHome) {
        return List.of(
                Path.of("/usr/lib/jvm"),
                Path.of("/usr/lib64/jvm"),
                Path.of("/usr/java"),
                Path.of("/usr/local"),
                Path.of("/usr/local/lib/jvm"),
                Path.of("/opt"),
                Path.of("/opt/java"),
                Path.of("/opt/jdk"),
                Path.of("/opt/homebrew/opt"),
                Path.of("/Library/Java/JavaVirtualMachines"),
                userHome.resolve("Library/Java/JavaVirtualMachines"),
                userHome.resolve(".sdkman/candidates/java"),
                userHome.resolve(".jdks"),
                userHome.resolve(".jenv/versions"),
                userHome.resolve(".asdf/installs/java"),
                userHome.resolve(".local/share/mise/installs/java"));
    }

    /**
     * The JDK to use.
     *
     * @throws StartFailed with how to get one, if there is none
     */
    public Jdk atLeast(int feature) {
        if (told != null && !told.isBlank()) {
            return Jdk.at(Path.of(told))
                    .filter(jdk -> jdk.feature() >= feature)
                    .orElseThrow(() -> new StartFailed(VARIABLE + " is " + told + ", which holds no JDK " + feature
                            + ": let it name the folder that holds bin/java and release of a JDK " + feature));
        }
        return fromJavaHome(feature).or(() -> installed(feature)).orElseThrow(() -> missing(feature));
    }

    private Optional<Jdk> fromJavaHome(int feature) {
        return Optional.ofNullable(javaHome)
                .filter(home -> !home.isBlank())
                .flatMap(home -> Jdk.at(Path.of(home)))
                .filter(jdk -> jdk.feature() >= feature);
    }

    /** The oldest that is new enough: the nearest to what Trino was tested with. */
    private Optional<Jdk> installed(int feature) {
        return installFolders.stream()
                .flatMap(folder -> foldersIn(folder).stream())
                .flatMap(home ->
                        Stream.of(home, home.resolve(MAC_HOME), home.resolve("libexec/openjdk.jdk/" + MAC_HOME)))
                .flatMap(home -> Jdk.at(home).stream())
                .filter(jdk -> jdk.feature() >= feature)
                .min(Comparator.comparingInt(Jdk::feature).thenComparing(Jdk::home));
    }

    private static List<Path> foldersIn(Path folder) {
        var folders = new ArrayList<Path>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> children = Files.newDirectoryStream(folder, Files::isDirectory)) {
                children.forEach(folders::add);
            } catch (IOException e) {
                // A folder that may not be listed holds no JDK for us.
            }
        }
        return folders;
    }

    private StartFailed missing(int feature) {
        return new StartFailed("Trino needs a JDK " + feature
                + " or newer beside the one that runs this, and none was found"
                + " in JAVA_HOME, "
                + String.join(", ", installFolders.stream().map(Path::toString).toList())
                + ".\nGet one from https://adoptium.net/temurin/releases/?version=" + feature
                + " (or: sdk install java " + feature + "-tem), and name its folder with " + VARIABLE
                + " if it lies elsewhere");
    }
}
