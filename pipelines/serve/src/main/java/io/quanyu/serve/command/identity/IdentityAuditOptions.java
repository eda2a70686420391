package io.quanyu.serve.command.identity;

import io.quanyu.serve.ask.audit.EvidenceSource;
import io.quanyu.serve.ask.audit.IdentityAudit;
import io.quanyu.serve.ask.platform.KafkaTopics;
import io.quanyu.serve.ask.platform.RunningPlatform;
import io.quanyu.serve.command.DataFolder;
import io.quanyu.serve.command.Patience;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** For which merchant to resolve evidence anew; and the way to the running platform. */
final class IdentityAuditOptions {

    @Option(names = "--tenant", defaultValue = "", description = "Only this merchant (default: all).")
    String tenant = "";

    @Mixin
    Patience patience = new Patience();

    @Mixin
    DataFolder data = new DataFolder();

    /**
     * Prints how the platform stands against evidence.
     *
     * @param evidence where it is read, over a connection to Trino
     * @return the exit code: alarming if there is a difference
     */
    int audit(CommandSpec command, Function<Connection, EvidenceSource> evidence)
            throws SQLException, InterruptedException {
        var report = new IdentityAuditReport(command.commandLine().getOut());
        PrintWriter err = command.commandLine().getErr();
        RunningPlatform platform = data.platform();
        try (KafkaTopics kafka = KafkaTopics.at(platform.kafka());
                Connection trino = platform.connect()) {
            new IdentityAudit(platform, kafka, trino, err::println)
                    .run(evidence.apply(trino), tenant, patience.begin(), report::print);
            return report.finish();
        }
    }
}
