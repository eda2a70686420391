package io.quanyu.serve;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Holds who is who against the rules applied anew to all evidence in the lake. */
@Command(
        name = "identity",
        mixinStandardHelpOptions = true,
        description =
                "Resolves all evidence of dim.identity_evidence anew and compares: the person of every identifier, and why"
                        + " evidence is held back. Exit code 1 if there is a difference.",
        footer = {"", "Example: ./quanyu audit identity --tenant mei"})
final class AuditIdentityCommand implements Callable<Integer> {

    @Option(names = "--tenant", defaultValue = "", description = "Only this merchant (default: all).")
    String tenant = "";

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long to wait for the jobs to write what has arrived (default: ${DEFAULT-VALUE}).")
    int waitSeconds;

    @Mixin
    DataFolder data = new DataFolder();

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        return Attempt.run(spec.commandLine().getErr(), this::audit);
    }

    private int audit() throws SQLException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        RunningPlatform platform = data.platform();
        try (KafkaTopics kafka = KafkaTopics.at(platform.kafka());
                Connection trino = platform.connect()) {
            return new IdentityAudit(platform, kafka, trino, out, err)
                    .run(new IdentityLake(trino), tenant, Deadline.in(Duration.ofSeconds(waitSeconds)));
        }
    }
}
