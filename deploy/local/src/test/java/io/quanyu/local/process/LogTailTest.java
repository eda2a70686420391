package io.quanyu.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    @TempDir
    Path folder;

    @Test
    void showsTheErrorsWithoutTheirStackFrames() throws IOException {
        Path log = log("INFO starting\nERROR no room\n\tat io.trino.Server.start(Server.java:1)\nINFO bye\n");

        assertThat(LogTail.of(log, 5)).containsExactly("ERROR no room");
    }

    @Test
    void showsTheLastLinesOfALogWithoutErrors() throws IOException {
        assertThat(LogTail.of(log("one\ntwo\nthree\n"), 2)).containsExactly("two", "three");
    }

    @Test
    void aMissingLogHasNothingToSay() {
        assertThat(LogTail.of(folder.resolve("none.log"), 5)).isEmpty();
    }

    private Path log(String text) throws IOException {
        return Files.writeString(folder.resolve("server.log"), text);
    }
}
