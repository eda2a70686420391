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

/** Derives who is who from the stored events alone, and holds the platform against it. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description =
                "Derives all evidence anew from the events in dwd, resolves it, and compares with what the platform says: the"
                        + " person of every identifier, and why evidence is held back. Changes nothing. Exit code 1 if there"
                        + " is a difference.",
        footer = {"", "Example: ./quanyu identity rebuild --tenant mei"})
final class RebuildCommand implements Callable<Integer> {

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
        return Attempt.run(spec.commandLine().getErr(), this::rebuild);
    }

    private int rebuild() throws SQLException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        RunningPlatform platform = data.platform();
        try (KafkaTopics kafka = KafkaTopics.at(platform.kafka());
                Connection trino = platform.connect()) {
            return new IdentityAudit(platform, kafka, trino, out, err)
                    .run(new DwdEvidence(trino, err), tenant, Deadline.in(Duration.ofSeconds(waitSeconds)));
        }
    }
}
