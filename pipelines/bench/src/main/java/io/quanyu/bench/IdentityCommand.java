package io.quanyu.bench;

import io.quanyu.bench.MadePerson.Sharing;
import io.quanyu.bench.OwnProcess.Profile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "identity",
        description = "Link events a CPU second, and bytes of state an identifier, beside two other ways.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class IdentityCommand implements Callable<Integer> {

    @Option(names = "--identifiers", split = ",", paramLabel = "N", defaultValue = "100000,1000000,10000000")
    private List<Long> identifiers = List.of();

    @Option(names = "--cores", split = ",", paramLabel = "N", defaultValue = "1,2")
    private List<Integer> cores = List.of();

    @Option(names = "--heap", paramLabel = "SIZE", defaultValue = "16g", description = "Of each contestant.")
    private String heap = "";

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1")
    private long seed;

    @Option(names = "--only", split = ",", paramLabel = "CONTESTANT", description = "${COMPLETION-CANDIDATES}")
    private List<Contestant> only = List.of(Contestant.values());

    @Option(names = "--skip-check", description = "Do not check first that the contestants are right.")
    private boolean skipCheck;

    @Option(names = "--profile", description = "Record each run and say where the time went.")
    private boolean profile;

    @Option(names = "--folder", paramLabel = "DIR", description = "For checkpoints, logs and recordings.")
    private @Nullable Path folder;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path work = folder == null ? Files.createTempDirectory("quanyu-bench") : Files.createDirectories(folder);
        System.err.println("Logs in " + work);
        var processes = new OwnProcess(heap, seed, work.toAbsolutePath(), profile ? Profile.ON : Profile.OFF);
        if (!skipCheck && !areRight(processes)) {
            return 1;
        }
        List<IdentityTable.Row> rows = new ArrayList<>();
        for (long size : identifiers) {
            for (int count : cores) {
                rows.addAll(measure(processes, size, count));
            }
        }
        PrintStream out = System.out;
        new IdentityTable(rows).print(out);
        return 0;
    }

    private boolean areRight(OwnProcess processes) throws IOException, InterruptedException {
        for (Contestant contestant : List.of(Contestant.QUANYU, Contestant.REWRITE_MEMBERS)) {
            for (Sharing sharing : Sharing.values()) {
                for (int count : cores) {
                    if (!processes.check(contestant, sharing, count)) {
                        System.err.println(contestant.title() + " is wrong, so it is not measured");
                        return false;
                    }
                }
            }
        }
        System.err.println("Quanyu and (a) are right about a small workload");
        return true;
    }

    private List<IdentityTable.Row> measure(OwnProcess processes, long size, int count)
            throws IOException, InterruptedException {
        List<IdentityTable.Row> rows = new ArrayList<>();
        for (Contestant contestant : only) {
            // One thread uses one core, however many there are.
            if (!contestant.needsFlink() && count != cores.get(0)) {
                continue;
            }
            Measured measured = processes.measure(contestant, size, count);
            rows.add(new IdentityTable.Row(contestant, size, count, measured));
            tell(processes, rows.get(rows.size() - 1));
        }
        return rows;
    }

    private static void tell(OwnProcess processes, IdentityTable.Row row) throws IOException {
        System.err.println(row.text());
        Measured measured = row.measured();
        if (measured == null) {
            return;
        }
        System.err.println("  threads: " + measured.threads());
        Path recording = processes.recording(row.contestant(), row.size(), row.cores());
        if (Files.exists(recording)) {
            System.err.println(ProfileSummary.read(recording, measured).text());
        }
    }
}
