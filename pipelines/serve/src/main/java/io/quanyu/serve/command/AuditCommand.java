package io.quanyu.serve.command;

import io.quanyu.serve.ask.audit.Check;
import io.quanyu.serve.ask.audit.Violations;
import io.quanyu.serve.ask.platform.Deadline;
import io.quanyu.serve.ask.platform.DecidingJob;
import io.quanyu.serve.ask.platform.FactsThrough;
import io.quanyu.serve.ask.platform.KafkaTopics;
import io.quanyu.serve.ask.platform.RunningPlatform;
import io.quanyu.serve.ask.platform.TopicEnds;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
        subcommands = AuditIdentityCommand.class)
public final class AuditCommand implements Callable<Integer> {

    private static final int SHOWN_ROWS = 20;
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

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
            TopicEnds ends = new FactsThrough(
                            kafka,
                            DecidingJob.group(trino),
                            deadline,
                            spec.commandLine().getErr())
                    .await();
            int violated = 0;
            for (Check check : checks) {
                Violations violations = settled(trino, check, ends.json(), deadline);
                report(check, violations);
                violated += violations.isEmpty() ? 0 : 1;
            }
            spec.commandLine().getOut().println(checks.size() + " checks, " + violated + " violated");
            return violated == 0 ? ExitCode.OK : ExitCode.ALARMING;
        }
    }

    /**
     * Asks again, once at least and then while there is time: tables are committed one after another, so what a check sees may
     * be half a step apart.
     */
    private static Violations settled(Connection trino, Check check, String ends, Deadline deadline)
            throws SQLException, InterruptedException {
        Violations violations = run(trino, check, ends);
        if (violations.isEmpty()) {
            return violations;
        }
        do {
            Thread.sleep(BETWEEN_TRIES.toMillis());
            violations = run(trino, check, ends);
        } while (!violations.isEmpty() && !deadline.isOver());
        return violations;
    }

    private static Violations run(Connection trino, Check check, String ends) throws SQLException {
        try (PreparedStatement query = trino.prepareStatement(check.sql())) {
            if (check.asksForEnds()) {
                query.setString(1, ends);
            }
            try (ResultSet rows = query.executeQuery()) {
                return Violations.of(rows, SHOWN_ROWS);
            }
        }
    }

    private void report(Check check, Violations violations) {
        PrintWriter out = spec.commandLine().getOut();
        String verdict = violations.isEmpty() ? "ok" : "VIOLATED";
        out.println(String.format("%-9s %-18s %s", verdict, check.name(), check.promise()));
        violations.print(out);
        out.flush();
    }
}
