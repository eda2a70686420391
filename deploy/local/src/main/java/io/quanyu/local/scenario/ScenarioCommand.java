package io.quanyu.local.scenario;

import io.quanyu.ingest.PhoneGuard;
import io.quanyu.ingest.TenantKeys;
import io.quanyu.jobs.kafka.ClockTime;
import io.quanyu.local.lifecycle.EmbeddedPlatform;
import io.quanyu.local.lifecycle.PlatformLaunch;
import io.quanyu.local.platform.Leftover;
import io.quanyu.local.platform.PlatformFolder;
import io.quanyu.local.platform.Progress;
import io.quanyu.local.process.Ports;
import io.quanyu.scenarios.Cast;
import io.quanyu.scenarios.EventForm;
import io.quanyu.scenarios.Ids;
import io.quanyu.scenarios.PlayStories;
import io.quanyu.scenarios.Story;
import io.quanyu.scenarios.StoryReader;
import io.quanyu.scenarios.StoryReader.BadStory;
import io.quanyu.scenarios.Variant;
import io.quanyu.serve.command.ExitCode;
import io.quanyu.serve.command.rows.VisibleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plays stories on a platform of its own and says which hold. */
@Command(
        name = "scenario",
        description = "Plays stories end to end on a platform of its own and compares the answers with those expected.",
        footer = "Exit code: 0 all hold, 1 one does not, 2 a file is not a story, 3 the platform did not start.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class ScenarioCommand implements Callable<Integer> {

    /** Stories ask for a checkpoint whenever they need one. */
    private static final Duration SELDOM = Duration.ofMinutes(1);

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Stories, as pipelines/scenarios/README.md describes.")
    private List<Path> files = List.of();

    @Option(names = "--shuffle", paramLabel = "SEED", description = "Permute arrival by this seed. May be repeated.")
    private List<Long> seeds = List.of();

    @Option(names = "--duplicates", description = "Deliver every event twice.")
    private boolean duplicates;

    @Option(
            names = "--every",
            description =
                    "Play in order, and shuffled by the seeds from 1 on, by the first with duplicates too, all at once.")
    private boolean every;

    @Option(
            names = "--shuffles",
            paramLabel = "NUMBER",
            defaultValue = "5",
            description = "How many seeds --every shuffles by (default: ${DEFAULT-VALUE}).")
    private int shuffles;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Keep the platform's data in this empty folder (default: a folder that is deleted at the end).")
    private @Nullable Path data;

    @Override
    public Integer call() throws InterruptedException, IOException, SQLException {
        List<Cast> casts;
        try {
            casts = casts();
        } catch (BadStory e) {
            System.err.println(e.getMessage());
            return ExitCode.USAGE;
        }
        Path folder = data == null ? Files.createTempDirectory("quanyu-stories") : data;
        try {
            return report(play(casts, new PlatformFolder(folder)));
        } catch (BadStory e) {
            System.err.println(e.getMessage());
            return ExitCode.USAGE;
        } finally {
            if (data == null) {
                Leftover.delete(folder);
            }
        }
    }

    private List<Cast> casts() {
        List<Cast> casts = new ArrayList<>();
        for (Path file : files) {
            Story story = StoryReader.read(file);
            requireForms(story);
            variants().forEach(variant -> casts.add(Cast.of(story, variant)));
        }
        return casts;
    }

    /** So that a mistake in the last event is said before a platform starts for the first. */
    private static void requireForms(Story story) {
        PhoneGuard anyKey = PhoneGuard.withKeys(tenant -> new byte[32]);
        EventForm form = new EventForm(story.name(), new Ids(story.name(), anyKey));
        story.events().stream()
                .filter(event -> !event.kind().equals("raw"))
                .forEach(event -> form.record(event, event.receivedAt()));
    }

    private List<Variant> variants() {
        if (every) {
            List<Variant> variants = new ArrayList<>(List.of(Variant.IN_ORDER));
            LongStream.rangeClosed(1, shuffles).forEach(seed -> variants.add(new Variant(seed, seed == 1)));
            return variants;
        }
        return seeds.isEmpty()
                ? List.of(new Variant(null, duplicates))
                : seeds.stream().map(seed -> new Variant(seed, duplicates)).toList();
    }

    private static Map<Cast, List<String>> play(List<Cast> casts, PlatformFolder folder)
            throws InterruptedException, SQLException {
        PhoneGuard phones = PhoneGuard.withKeys(TenantKeys.inFolder(folder.keys()));
        Progress progress = Progress.on(System.err);
        try (EmbeddedPlatform platform = PlatformLaunch.start(folder, Ports.ANY, ClockTime.VIRTUAL, SELDOM, progress);
                PlatformStage stage = new PlatformStage(platform)) {
            var stories = new PlayStories(
                    stage,
                    casts,
                    tenant -> new EventForm(tenant, new Ids(tenant, phones)),
                    moment -> progress.say("Playing " + moment));
            return stories.play();
        }
    }

    private static int report(Map<Cast, List<String>> failures) {
        int failed = 0;
        for (Map.Entry<Cast, List<String>> entry : failures.entrySet()) {
            boolean holds = entry.getValue().isEmpty();
            System.out.println((holds ? "holds  " : "FAILS  ") + entry.getKey().label() + ": "
                    + entry.getKey().story().proves());
            entry.getValue().forEach(difference -> System.out.println("  " + VisibleText.of(difference)));
            failed += holds ? 0 : 1;
        }
        System.out.println((failures.size() - failed) + " passed, " + failed + " failed");
        return failed == 0 ? ExitCode.OK : ExitCode.ALARMING;
    }
}
