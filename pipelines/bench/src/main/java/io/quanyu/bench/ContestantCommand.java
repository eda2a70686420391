package io.quanyu.bench;

import io.quanyu.bench.MadePerson.Sharing;
import io.quanyu.local.lifecycle.PlatformLog;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One contestant in a process of its own; {@link OwnProcess} starts it. */
@Command(name = "contestant", hidden = true)
final class ContestantCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CONTESTANT")
    private Contestant contestant = Contestant.QUANYU;

    @Option(names = "--seed", required = true)
    private long seed;

    @Option(names = "--identifiers", required = true)
    private long identifiers;

    @Option(names = "--sharing", required = true)
    private Sharing sharing = Sharing.SOME_PHONES_ARE_SHARED;

    @Option(names = "--parallelism", required = true)
    private int parallelism;

    @Option(names = "--folder", required = true)
    private Path folder = Path.of("");

    @Option(names = "--result", description = "Measure, and write the result to this file. Without: check.")
    private @Nullable Path result;

    @Override
    public Integer call() throws Exception {
        PlatformLog.writeTo(folder.resolve("flink.log"));
        Workload workload = Workload.of(seed, identifiers, sharing);
        if (result == null) {
            new Agreement(workload).require(contestant, parallelism, folder);
        } else {
            contestant.measure(workload, parallelism, folder).write(result);
        }
        return 0;
    }
}
