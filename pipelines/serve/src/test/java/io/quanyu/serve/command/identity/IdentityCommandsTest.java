package io.quanyu.serve.command.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.serve.command.AuditCommand;
import io.quanyu.serve.command.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What a user who asks who is who gets to see when something is missing. */
class IdentityCommandsTest {

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

    private int run(String... args) {
        var identity = new CommandLine(new IdentityCommand());
        identity.setOut(new PrintWriter(out, true));
        identity.setErr(new PrintWriter(err, true));
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--data", data.toString()));
        return identity.execute(all.toArray(String[]::new));
    }
}
