package io.quanyu.serve.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class IngestCommandTest {

    private static final String SCAN =
            "{\"code\": \"ch_1\", \"at\": \"2026-09-01T10:00:00+08:00\", \"scan_id\": \"%s\"}\n";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theExitCodeSaysWhetherAllWasTaken() throws IOException {
        Path good = write("good.jsonl", SCAN.formatted("1"));
        Path bad = write("bad.jsonl", SCAN.formatted("1") + "{}\n{}\n");

        assertThat(ingest("--shop", "s", good.toString())).isEqualTo(ExitCode.OK);
        assertThat(ingest("--shop", "s", bad.toString())).isEqualTo(ExitCode.ALARMING);
        assertThat(ingest("--shop", "s", "--allow-refused", "1", bad.toString()))
                .isEqualTo(ExitCode.ALARMING);
        assertThat(ingest("--shop", "s", "--allow-refused", "2", bad.toString()))
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void aFolderAndAnArchiveAreAllTheirFiles() throws IOException {
        write("b.jsonl", SCAN.formatted("1"));
        write(".hidden", "rubbish");
        try (OutputStream file = Files.newOutputStream(folder.resolve("a.zip"));
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (String name : new String[] {"x.jsonl", "y.jsonl"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(SCAN.formatted(name).getBytes(StandardCharsets.UTF_8));
            }
        }

        assertThat(ingest("--shop", "s", folder.toString())).as("%s", err).isEqualTo(ExitCode.OK);
        assertThat(err).asString().contains("3 payloads of scan-jsonl: 3 events accepted");
    }

    @Test
    void withoutAShopItIsAskedFor() throws IOException {
        assertThat(ingest(write("a.jsonl", SCAN.formatted("1")).toString())).isEqualTo(ExitCode.ALARMING);
        assertThat(err).asString().contains("--shop");
    }

    @Test
    void theHelpHasAPageOnMaps() {
        assertThat(run("ingest", "--help", "maps")).isEqualTo(ExitCode.OK);
        assertThat(out).asString().contains("group_by").contains("events-jsonl");
    }

    @Test
    void aMissingSourceIsWrongUsage() {
        assertThat(run("ingest", "x.json")).isEqualTo(ExitCode.USAGE);
        assertThat(err).asString().contains("--platform");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private int ingest(String... args) {
        String[] all = new String[args.length + 4];
        System.arraycopy(new String[] {"ingest", "--platform", "scan-jsonl", "--dry-run"}, 0, all, 0, 4);
        System.arraycopy(args, 0, all, 4, args.length);
        return run(all);
    }

    private int run(String... args) {
        var main = new CommandLine(new CommandsTest.Main());
        ServeCommands.addTo(main);
        main.setOut(new PrintWriter(out, true));
        main.setErr(new PrintWriter(err, true));
        return main.execute(args);
    }
}
