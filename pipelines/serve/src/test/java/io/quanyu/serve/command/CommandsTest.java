package io.quanyu.serve.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.serve.ask.lake.SqlFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What a user of the commands gets to see when something is missing. */
class CommandsTest {

    @Command(name = "quanyu")
    static final class Main {}

    @TempDir
    Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aQuestionWithoutAPlatformSaysHowToStartOne() {
        assertThat(run("query", "select 1")).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(err).asString().contains("./quanyu up");
        assertThat(out).asString().isEmpty();
    }

    @Test
    void anExportOfATagThatDoesNotExistIsWrongUsage() {
        assertThat(run(
                        "export",
                        "--tag",
                        "live_sensitve",
                        "--out",
                        data.resolve("x.csv").toString()))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err).asString().contains("live_sensitve").contains("live_sensitive");
        assertThat(data.resolve("x.csv")).doesNotExist();
    }

    @Test
    void anUnknownFormatNamesTheKnownOnes() {
        assertThat(run("query", "--format", "xml", "select 1")).isEqualTo(ExitCode.USAGE);
        assertThat(err).asString().contains("table, tsv, csv, jsonl");
    }

    @Test
    void anAuditWithoutAPlatformIsUnreachableNotClean() {
        assertThat(run("audit", "--sql", SqlFile.SQL.toString())).isEqualTo(ExitCode.UNREACHABLE);
    }

    @Test
    void aSourceThatNobodyKnowsIsRefusedWithThoseKnown() {
        assertThat(run("ingest", "--platform", "no source", "--dry-run", "x.json"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err).asString().contains("no source").contains("youzan").contains("pos-csv");
    }

    @Test
    void aPayloadTooLargeForKafkaIsRefusedWithItsSize() throws IOException {
        Path file = Files.write(data.resolve("order.json"), new byte[9 * 1024 * 1024]);

        assertThat(run("ingest", "--platform", "youzan", "--dry-run", file.toString()))
                .isEqualTo(ExitCode.ALARMING);
        assertThat(err).asString().contains("refused as TOO_LARGE: The payload has 9437184 bytes");
    }

    @Test
    void aSourceOfAUsersOwnIsNamedByTheHelpAndReadLikeOurs() throws IOException {
        Path file = Files.writeString(
                data.resolve("visits.jsonl"),
                """
                {"code": "ch_1", "at": 1788228072, "visitor": "v-1"}
                {"at": 1788228072}
                """);

        assertThat(run("ingest", "--help")).isEqualTo(ExitCode.OK);
        assertThat(out.toString().replaceAll("\\s+", " ")).contains("events-jsonl, mine, oceanengine, pos-csv,");
        assertThat(run("ingest", "--platform", "mine", "--shop", "s", "--dry-run", file.toString()))
                .isEqualTo(ExitCode.ALARMING);
        assertThat(out).asString().contains("\"record\":\"LiveCodeScanned\"").contains("\"live_code\":\"ch_1\"");
        assertThat(err)
                .asString()
                .contains("2 payloads of mine: 1 events accepted, 1 refused")
                .contains("MISSING_FIELD: live_code");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThat(run(
                        "ingest",
                        "--platform",
                        "youzan",
                        "--dry-run",
                        data.resolve("x.json").toString()))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err).asString().contains("x.json");
    }

    @Test
    void aDryRunOfRubbishRefusesItWithAReasonAndLeavesNoKeyBehind() throws IOException {
        Path file = Files.writeString(data.resolve("rubbish.json"), "{\"not\": \"an order\"");

        assertThat(run("ingest", "--platform", "youzan", "--dry-run", file.toString()))
                .isEqualTo(ExitCode.ALARMING);
        assertThat(out).asString().isEmpty();
        assertThat(err).asString().contains("refused as").contains("0 events accepted, 1 refused");
        assertThat(data.resolve("keys")).doesNotExist();
    }

    private int run(String... args) {
        var main = new CommandLine(new Main());
        ServeCommands.addTo(main);
        main.setOut(new PrintWriter(out, true));
        main.setErr(new PrintWriter(err, true));
        String[] withData = new String[args.length + 2];
        System.arraycopy(args, 0, withData, 0, 1);
        withData[1] = "--data";
        withData[2] = data.toString();
        System.arraycopy(args, 1, withData, 3, args.length - 1);
        return main.execute(withData);
    }
}
