package io.quanyu.serve.command.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.serve.command.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What a user who rules on identity gets to see when something is wrong. */
class RulingCommandsTest {

    @TempDir
    Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void withoutAPlatformNothingIsDecidedAndNoKeyIsMade() {
        assertThat(run("block", "13912345678", "--reason", "store")).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(err).asString().contains("./quanyu up").doesNotContain("13912345678");
        assertThat(out).asString().isEmpty();
        assertThat(data.resolve("keys")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"139****5678", "17012345678", "taobao:li", "unionid|oU1", "unionid||oU1", "phone|t|13912345678"})
    void whatIsNoIdentifierIsWrongUsage(String text) {
        assertThat(run("block", text, "--reason", "store")).isEqualTo(ExitCode.USAGE);
        assertThat(err)
                .asString()
                .contains("write")
                .doesNotContain("13912345678")
                .doesNotContain("17012345678");
    }

    @Test
    void aLineOfAFileIsNamed() throws IOException {
        Path file = Files.writeString(data.resolve("phones.txt"), "# stores\n\n13912345678\n1391234567\n");

        assertThat(run("unblock", "--file", file.toString(), "--reason", "moved"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err).asString().contains("phones.txt line 4: ");
    }

    @Test
    void nothingNamedIsWrongUsage() {
        assertThat(run("block", "--reason", "store")).isEqualTo(ExitCode.USAGE);
        assertThat(err).asString().contains("No identifier given");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThat(run("block", "--file", data.resolve("x.txt").toString(), "--reason", "store"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err).asString().contains("x.txt");
    }

    @Test
    void aRuleThatDoesNotExistIsRefusedWithThoseThatDo() {
        assertThat(run("retract", "unionid|w|a", "unionid|w|b", "--rule", "buyer-fone", "--reason", "typo"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err).asString().contains("buyer-fone").contains("buyer-phone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"block", "unblock", "retract"})
    void aRulingNeedsAReason(String command) {
        assertThat(run(command, "unionid|w|a", "unionid|w|b")).isEqualTo(ExitCode.USAGE);
        assertThat(err).asString().contains("--reason");
    }

    @ParameterizedTest
    @ValueSource(strings = {"block", "unblock", "retract"})
    void theHelpHasAnExample(String command) {
        assertThat(run(command, "--help")).isEqualTo(ExitCode.OK);
        assertThat(out).asString().contains("Example:").contains("./quanyu identity " + command);
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
