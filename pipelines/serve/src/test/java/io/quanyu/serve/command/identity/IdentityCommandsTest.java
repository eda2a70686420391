package io.quanyu.serve.command.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.serve.command.AuditCommand;
import io.quanyu.serve.command.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What a user who asks who is who gets to see when something is missing. */
class IdentityCommandsTest {

    private static final Pattern SPACE = Pattern.compile(" ");

    @TempDir
    Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void withoutAPlatformNobodyIsShownAndNoKeyIsMade() {
        assertThat(run("show", "13912345678")).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(err).asString().contains("./quanyu up").doesNotContain("13912345678");
        assertThat(out).asString().isEmpty();
        assertThat(data.resolve("keys")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "why-same", "rebuild"})
    void theHelpHasAnExample(String command) {
        assertThat(run(command, "--help")).isEqualTo(ExitCode.OK);
        assertThat(out).asString().contains("Example").contains("./quanyu identity " + command);
    }

    @Test
    void anAuditOfIdentityWithoutAPlatformIsUnreachableNotClean() {
        var audit = new CommandLine(new AuditCommand());
        audit.setErr(new PrintWriter(err, true));

        assertThat(audit.execute("identity", "--data", data.toString())).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(err).asString().contains("./quanyu up");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"show -", "why-same - -", "block -", "unblock -", "join - -", "retract - - --rule buyer-phone"})
    void aPhoneCanComeFromTheStandardInput(String command) {
        List<String> words = new ArrayList<>(List.of(SPACE.split(command)));
        if (!command.startsWith("show") && !command.startsWith("why")) {
            words.addAll(List.of("--tenant", "mei", "--reason", "so"));
        }

        assertThat(given("13912345678\n13887654321\n", words)).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(err).asString().contains("./quanyu up");
    }

    @Test
    void aLineThatNamesNothingIsToldWithoutIt() {
        assertThat(given("139 1234\n", List.of("join", "-", "a|b|c", "--tenant", "mei", "--reason", "so")))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err).asString().contains("names no identifier");
    }

    @Test
    void aDashWithoutALineIsWrongUsage() {
        assertThat(given("13912345678\n", List.of("why-same", "-", "-"))).isEqualTo(ExitCode.USAGE);
        assertThat(err).asString().contains("no line for -");
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "why-same", "block", "unblock", "join", "retract"})
    void theHelpSaysHowToKeepAPhoneFromPs(String command) {
        assertThat(run(command, "--help")).isEqualTo(ExitCode.OK);
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains("standard input, for a phone that ps shall not show");
    }

    private int given(String input, List<String> words) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            return run(words.toArray(String[]::new));
        } finally {
            System.setIn(before);
        }
    }

    private int run(String... args) {
        var identity = new CommandLine(new IdentityCommand());
        identity.setOut(new PrintWriter(out, true));
        identity.setErr(new PrintWriter(err, true));
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--data", data.toString()));
        return identity.execute(all.toArray(String[]::new));
    }
}
