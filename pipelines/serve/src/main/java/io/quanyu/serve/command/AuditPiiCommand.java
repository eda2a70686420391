package io.quanyu.serve.command;

import io.quanyu.contract.RawTopics;
import io.quanyu.serve.ask.personal.LakeTexts;
import io.quanyu.serve.ask.personal.PersonalDataAudit;
import io.quanyu.serve.ask.personal.TopicTexts;
import io.quanyu.serve.ask.platform.KafkaTopics;
import io.quanyu.serve.ask.platform.RunningPlatform;
import io.quanyu.serve.ask.platform.TopicEnds;
import java.io.IOException;
import java.io.PrintWriter;
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
        for (Path file : files) {
            audit.look(file);
        }
        RunningPlatform platform = data.platform();
        try (KafkaTopics kafka = KafkaTopics.at(platform.kafka());
                Connection trino = platform.connect()) {
            // Raw topics hold what sources sent, and are the only place for it.
            TopicEnds ends = kafka.ends(topic -> !topic.startsWith(RAW) && !topic.startsWith(OF_KAFKA));
            TopicTexts.read(platform.kafka(), ends, audit::look);
            new LakeTexts(trino).read(audit::look);
        }
        print(audit, spec.commandLine().getOut());
        return audit.foundNothing() ? ExitCode.OK : ExitCode.ALARMING;
    }

    /** A line a place and kind, then the verdict. */
    private static void print(PersonalDataAudit audit, PrintWriter out) {
        audit.found()
                .forEach((place, counts) -> counts.forEach((kind, count) ->
                        out.println(String.format("IN CLEAR  %s: %d × %s", place, count, kind.chineseName()))));
        int places = audit.found().size();
        out.println(audit.texts() + " texts, " + places + (places == 1 ? " place" : " places") + " in clear");
        out.flush();
    }
}
