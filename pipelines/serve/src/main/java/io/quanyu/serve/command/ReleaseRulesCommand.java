package io.quanyu.serve.command;

import io.quanyu.rules.RuleRelease;
import io.quanyu.serve.ask.platform.RulesTopic;
import io.quanyu.serve.ask.platform.TopicPublisher;
import io.quanyu.yaml.YamlTree;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts other rules in force on a running platform. */
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        description =
                "Puts a set of rules in force: everybody is judged again, also who is silent, while events go on. What was said before stays as it was said.",
        footer = {
            "",
            "A file, YAML:",
            "  version: 2",
            "  from: 2026-12-01T00:00:00+08:00     # may be left out: at once",
            "  tags: [new_buyer, vip_level, vip_month, live_sensitive, quality_sensitive, dormant, returning_buyer]",
            "  attribution: {look_back_days: 30, models: [first, last, linear]}     # may be left out",
            "",
            "Example: ./quanyu rules release rules.yaml"
        })
final class ReleaseRulesCommand implements Callable<Integer> {

    private static final String REPEATING = "Giving the command again does no harm: the same rules change nothing";

    @Parameters(paramLabel = "FILE", description = "The set of rules.")
    Path file = Path.of("rules.yaml");

    @Option(names = "--dry-run", description = "Only check the file.")
    boolean dryRun;

    @Mixin
    DataFolder data = new DataFolder();

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        return Attempt.run(spec.commandLine().getErr(), this::release);
    }

    private int release() throws IOException {
        RuleRelease release = read();
        if (!dryRun) {
            try (var publisher = TopicPublisher.to(data.platform().kafka(), RulesTopic.NAME, REPEATING)) {
                publisher.send("rules", release.text().getBytes(StandardCharsets.UTF_8), Map.of());
            }
        }
        PrintWriter err = spec.commandLine().getErr();
        Long from = release.fromMillis();
        err.println("Rules version " + release.rules().version()
                + (dryRun ? " are sound" : " are released")
                + ", in force " + (from == null ? "at once" : "from " + Instant.ofEpochMilli(from)) + ": tags "
                + String.join(", ", release.rules().tags()));
        return ExitCode.OK;
    }

    private RuleRelease read() {
        try {
            return RuleRelease.parse(YamlTree.text(file)).forThisBuild();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }
}
