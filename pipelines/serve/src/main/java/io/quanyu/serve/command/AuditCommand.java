package io.quanyu.serve.command;

import io.quanyu.serve.ask.audit.Check;
import io.quanyu.serve.ask.audit.LakeAudit;
import io.quanyu.serve.ask.audit.Violations;
import io.quanyu.serve.ask.platform.Deadline;
import io.quanyu.serve.ask.platform.DecidingJob;
import io.quanyu.serve.ask.platform.FactsThrough;
import io.quanyu.serve.ask.platform.KafkaTopics;
import io.quanyu.serve.ask.platform.RunningPlatform;
import io.quanyu.serve.ask.platform.StandingClock;
import io.quanyu.serve.ask.platform.TopicEnds;
import io.quanyu.serve.command.identity.AuditIdentityCommand;
import io.quanyu.serve.command.rows.AlignedRows;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Holds the lake against its invariants. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description =
                "Checks that nothing is lost, repeated or contradictory in the lake. Exit code 1 if something is.",
        subcommands = {AuditIdentityCommand.class, AuditPiiCommand.class})
public final class AuditCommand implements Callable<Integer> {

    private static final String INDENT = "          ";

    @Option(
            names = "--sql",
            paramLabel = "DIR",
            defaultValue = "${sys:quanyu.home:-.}/sql",
            description = "Folder of SQL whose checks to run (default: sql/ of Quanyu).")
    Path sql = Path.of("sql");

    @Mixin
    Patience patience = new Patience();

    @Mixin
    DataFolder data = new DataFolder();

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        return Attempt.run(spec.commandLine().getErr(), this::audit);
    }

    private int audit() throws SQLException, InterruptedException {
        List<Check> checks = Check.in(sql.resolve("checks"));
        RunningPlatform platform = data.platform();
        Deadline deadline = patience.begin();
        try (KafkaTopics kafka = KafkaTopics.at(platform.kafka());
                Connection trino = platform.connect()) {
            StandingClock.since(kafka, Clock.systemUTC().instant()).ifPresent(this::tell);
            TopicEnds ends = new FactsThrough(
                            kafka,
                            DecidingJob.group(trino),
                            deadline,
                            spec.commandLine().getErr()::println)
                    .await();
            var audit = new LakeAudit(trino, ends, deadline);
            int violated = 0;
            for (Check check : checks) {
                Violations violations = audit.violations(check);
                report(check, violations);
                violated += violations.isEmpty() ? 0 : 1;
            }
            spec.commandLine().getOut().println(checks.size() + " checks, " + violated + " violated");
            return violated == 0 ? ExitCode.OK : ExitCode.ALARMING;
        }
    }

    private void tell(Duration stands) {
        spec.commandLine()
                .getErr()
                .println("The clock stands since " + stands.toSeconds()
                        + " s: what came since then is not judged yet. ./quanyu status says why");
    }

    private void report(Check check, Violations violations) {
        PrintWriter out = spec.commandLine().getOut();
        String verdict = violations.isEmpty() ? "ok" : "VIOLATED";
        out.println(String.format("%-9s %-18s %s", verdict, check.name(), check.promise()));
        if (!violations.isEmpty()) {
            print(violations, out);
        }
        out.flush();
    }

    private static void print(Violations violations, PrintWriter out) {
        var table = new StringWriter();
        var rows = new AlignedRows(new PrintWriter(table));
        rows.columns(violations.columns());
        violations.first().forEach(rows::row);
        rows.end();
        out.print(table.toString().indent(INDENT.length()));
        out.println(INDENT + (violations.count() == 1 ? "1 row" : violations.count() + " rows"));
    }
}
