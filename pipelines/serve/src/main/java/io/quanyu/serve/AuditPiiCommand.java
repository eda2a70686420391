package io.quanyu.serve;

import io.quanyu.contract.RawTopics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks for personal data in clear wherever the platform keeps anything behind the door. */
@Command(
        name = "pii",
        mixinStandardHelpOptions = true,
        description =
                "Looks for phones, cards, mail addresses and plates in clear: in every text column of the lake, in its"
                        + " manifests, in the topics behind the door, and in exported files. Prints places, kinds and counts, and"
                        + " no value. Exit code 1 if there is one.",
        footer = {"", "Example: ./quanyu audit pii vip.csv"})
final class AuditPiiCommand implements Callable<Integer> {

    private static final String RAW = RawTopics.of("");
    private static final String OF_KAFKA = "__";

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Exported files to look at as well.")
    List<Path> files = List.of();

    @Mixin
    DataFolder data = new DataFolder();

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        return Attempt.run(spec.commandLine().getErr(), this::audit);
    }

    private int audit() throws SQLException, IOException {
        var audit = new PersonalDataAudit();
        readFiles(files, audit);
        RunningPlatform platform = data.platform();
        try (KafkaTopics kafka = KafkaTopics.at(platform.kafka());
                Connection trino = platform.connect()) {
            // Raw topics hold what sources sent, and are the only place for it.
            TopicEnds ends = kafka.ends(topic -> !topic.startsWith(RAW) && !topic.startsWith(OF_KAFKA));
            TopicTexts.read(platform.kafka(), ends, audit::look);
            new LakeTexts(trino).read(audit::look);
        }
        audit.print(spec.commandLine().getOut());
        return audit.foundNothing() ? ExitCode.OK : ExitCode.ALARMING;
    }

    static void readFiles(List<Path> files, PersonalDataAudit audit) throws IOException {
        for (Path file : files) {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                audit.look(file.getFileName().toString(), line);
            }
        }
    }
}
