package io.quanyu.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.local.Shell.Outcome;
import io.quanyu.local.platform.Installation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every story of the repository end to end: in order, and shuffled with duplicates, all on one platform. It takes longest, so it begins
 * first. The profile {@code campaign} shuffles by more seeds.
 */
@Order(1)
class StoriesIT {

    private static final Path STORIES = Path.of(System.getProperty(Installation.PROPERTY))
            .resolve("pipelines/scenarios")
            .normalize();
    private static final int SHUFFLES = Integer.getInteger("campaign.shuffles", 1);
    private static final int IN_ORDER = 1;

    @TempDir
    Path folder;

    @Test
    void everyStoryHoldsInOrderShuffledAndWithDuplicates() throws Exception {
        List<String> arguments = new ArrayList<>(
                List.of("scenario", "--every", "--shuffles=" + SHUFFLES, "--data=" + folder.resolve("data")));
        int options = arguments.size() - 1;
        try (Stream<Path> files = Files.list(STORIES)) {
            files.map(Path::toString)
                    .filter(file -> file.endsWith(".yaml"))
                    .sorted()
                    .forEach(arguments::add);
        }
        int stories = arguments.size() - 1 - options;
        Shell shell = Shell.on(folder.resolve("data")).patientFor(Duration.ofMinutes(30));

        Outcome played = shell.quanyu(arguments.toArray(String[]::new));

        assertThat(played.out()).as(played.err()).endsWith(stories * (SHUFFLES + IN_ORDER) + " passed, 0 failed\n");
        assertThat(played.exitCode()).isZero();
        assertThat(stories).isGreaterThanOrEqualTo(14);
        assertThat(shell.processes()).isEmpty();
    }
}
