package io.quanyu.serve.command;

import io.quanyu.serve.ask.platform.KafkaTopics;
import io.quanyu.serve.ask.platform.TopicRetention;
import io.quanyu.serve.ask.platform.TopicRetention.Topics;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows and sets how long Kafka keeps what stands on its topics. */
@Command(
        name = "retention",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Shows how long Kafka keeps raw payloads and events, and sets it. Unless it is set, for ever.",
        footer = {
            "",
            "The lake keeps all of it, whatever is said here. But ./quanyu rebuild derives persons, tags and credits from the events that Kafka has:"
                    + " after an event is gone, a rebuild comes to other answers. Raw payloads are read once only.",
            "What is older goes when its segment (1 GiB, or a week) is full. Ticks of the clock are kept as long as events. It is said once and"
                    + " stays said.",
            "",
            "Example: ./quanyu retention --raw-days 30"
        })
public final class RetentionCommand implements Callable<Integer> {

    @Option(names = "--raw-days", paramLabel = "N", description = "Keep raw payloads for N days; 0 for ever.")
    @Nullable
    Integer rawDays;

    @Option(names = "--event-days", paramLabel = "N", description = "Keep events for N days; 0 for ever.")
    @Nullable
    Integer eventDays;

    @Mixin
    DataFolder data = new DataFolder();

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        return Attempt.run(spec.commandLine().getErr(), this::retention);
    }

    private int retention() {
        Optional<Duration> raw = time("--raw-days", rawDays);
        Optional<Duration> event = time("--event-days", eventDays);
        try (KafkaTopics kafka = KafkaTopics.at(data.platform().kafka())) {
            var retention = new TopicRetention(kafka);
            if (rawDays != null) {
                retention.keep(Topics.RAW, raw);
            }
            if (eventDays != null) {
                retention.keep(Topics.EVENT, event);
            }
            PrintWriter out = spec.commandLine().getOut();
            out.print("raw\t" + text(retention.of(Topics.RAW)) + "\n");
            out.print("event\t" + text(retention.of(Topics.EVENT)) + "\n");
            out.flush();
        }
        return ExitCode.OK;
    }

    private static Optional<Duration> time(String option, @Nullable Integer days) {
        if (days != null && days < 0) {
            throw new IllegalArgumentException(option + " is a number of days, or 0 for ever, but is " + days);
        }
        return Optional.ofNullable(days).filter(some -> some > 0).map(Duration::ofDays);
    }

    private static String text(Optional<Duration> time) {
        return time.map(some -> some.toDays() + " days").orElse("for ever");
    }
}
