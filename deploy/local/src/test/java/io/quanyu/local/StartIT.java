package io.quanyu.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.local.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts that do not come to an end. None may leave a process behind. */
class StartIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String[] UP = {"up", "--kafka-port=0", "--trino-port=0", "--flink-port=0"};

    @TempDir
    Path folder;

    @Test
    void saysHowToGetAJdkForTrino() throws Exception {
        Shell shell = with("QUANYU_JDK25_HOME", "/nowhere");

        Outcome start = shell.quanyu(UP);

        assertThat(start).returns(3, Outcome::exitCode);
        assertThat(start.err()).contains("QUANYU_JDK25_HOME is /nowhere").contains("JDK 25");
        assertThat(shell.processes()).isEmpty();
    }

    @Test
    void refusesALimitOfMemoryThatIsNone() throws Exception {
        Outcome start = with("QUANYU_HEAP", "lots").quanyu(UP);

        assertThat(start).returns(3, Outcome::exitCode);
        assertThat(start.err()).contains("QUANYU_HEAP is lots", "6g");
    }

    @Test
    void showsWhyAServerEndedAndEndsTheOthers() throws Exception {
        Shell shell = with("QUANYU_JDK25_HOME", jdkThatFails().toString());

        Outcome start = shell.quanyu(UP);

        assertThat(start).returns(3, Outcome::exitCode);
        assertThat(start.err()).contains("Trino ended with code 7").contains("Error: the moon is full");
        assertThat(shell.processes()).isEmpty();
        assertThat(shell.quanyu("status")).returns(3, Outcome::exitCode);
    }

    @Test
    void endsEverythingOnCtrlC() throws Exception {
        Shell shell = Shell.on(folder.resolve("data"));
        Process up = shell.begin(UP);
        awaitLog(shell.data().resolve("logs/trino.log"));

        new ProcessBuilder("kill", "-INT", String.valueOf(up.pid())).start().waitFor();

        assertThat(up.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        // A server that was only just being started ends by itself, as soon as it sees that nobody holds its input.
        shell.awaitNoProcess();
    }

    @Test
    void refusesDataOfANewerBuild() throws Exception {
        Shell shell = Shell.on(Files.createDirectories(folder.resolve("data")));
        Files.writeString(shell.data().resolve("form.json"), "{\"form\":99,\"build\":\"9.0.0\"}");

        Outcome start = shell.quanyu(UP);

        assertThat(start).returns(3, Outcome::exitCode);
        assertThat(start.err()).contains("written by Quanyu 9.0.0 (form 99)").contains("go on with that build");
        assertThat(shell.processes()).isEmpty();
    }

    @Test
    void refusesDataWhoseKeyIsLost() throws Exception {
        Shell shell = Shell.on(folder.resolve("data"));
        Files.createDirectories(shell.data().resolve("keys-fingerprints"));
        Files.writeString(shell.data().resolve("keys-fingerprints/mei.sha256"), "0");

        Outcome start = shell.quanyu(UP);

        assertThat(start).returns(3, Outcome::exitCode);
        assertThat(start.err()).contains("The key of tenant mei is lost").contains("keys/mei.key");
        assertThat(shell.processes()).isEmpty();
    }

    @Test
    void refusesAFolderThatCannotBeWritten() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "in the way");

        Outcome start = Shell.on(file.resolve("data")).quanyu(UP);

        assertThat(start).returns(3, Outcome::exitCode);
        assertThat(start.err()).contains("Cannot write to the data folder").contains("--data");
    }

    private Shell with(String variable, String value) {
        return Shell.on(folder.resolve("data")).with(variable, value);
    }

    private Path jdkThatFails() throws IOException {
        Path java = folder.resolve("jdk/bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, "#!/bin/sh\necho 'Error: the moon is full'\nexit 7\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createSymbolicLink(
                folder.resolve("jdk/bin/keytool"), Path.of(System.getProperty("java.home"), "bin", "keytool"));
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
        return folder.resolve("jdk");
    }

    private static void awaitLog(Path log) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(log) && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
