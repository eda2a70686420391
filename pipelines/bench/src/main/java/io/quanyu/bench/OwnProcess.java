package io.quanyu.bench;

import io.quanyu.bench.MadePerson.Sharing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs contestants, each in a fresh JVM, so that its CPU time and its heap are its own. No JVM is warmed up: a short run is
 * mostly the compiler's.
 *
 * @param heap of each JVM, for example "16g"
 * @param seed of the workloads
 * @param folder for checkpoints, logs and recordings
 * @param profile whether to record where the time goes
 */
record OwnProcess(String heap, long seed, Path folder, Profile profile) {

    private static final int SMALL = 20_000;

    enum Profile {
        OFF,
        ON
    }

    /** Measures a contestant; null if it did not finish. */
    @Nullable
    Measured measure(Contestant contestant, long identifiers, int cores) throws IOException, InterruptedException {
        Path run = Files.createDirectories(folder.resolve(contestant + "-" + identifiers + "-" + cores));
        Path result = run.resolve("result.properties");
        List<String> command = command(contestant, identifiers, Sharing.SOME_PHONES_ARE_SHARED, cores, run);
        command.add("--result=" + result);
        boolean finished = run(command, run);
        return finished ? Measured.read(result) : null;
    }

    /** Whether a contestant is right about a small workload. */
    boolean check(Contestant contestant, Sharing sharing, int cores) throws IOException, InterruptedException {
        Path run = Files.createDirectories(folder.resolve("check-" + contestant + "-" + sharing + "-" + cores));
        return run(command(contestant, SMALL, sharing, cores, run), run);
    }

    /** The recording of a measurement. */
    Path recording(Contestant contestant, long identifiers, int cores) {
        return folder.resolve(contestant + "-" + identifiers + "-" + cores).resolve("profile.jfr");
    }

    private static boolean run(List<String> command, Path run) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            boolean finished = process.waitFor() == 0;
            if (finished) {
                deleteCheckpoints(run);
            }
            return finished;
        } finally {
            process.destroyForcibly();
        }
    }

    private List<String> command(Contestant contestant, long identifiers, Sharing sharing, int cores, Path run) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/taskset"))) {
            command.addAll(List.of("/usr/bin/taskset", "-c", "0-" + (cores - 1)));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xms" + heap, "-Xmx" + heap, "-XX:+UseParallelGC", "-XX:+ExitOnOutOfMemoryError"));
        command.add("-XX:ActiveProcessorCount=" + cores);
        for (String opened : List.of("java.util", "java.lang", "java.time")) {
            command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        if (profile == Profile.ON) {
            command.add("-XX:StartFlightRecording=settings=profile,maxsize=1g,filename=" + run.resolve("profile.jfr"));
            command.add("-Xlog:jfr+startup=off");
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Bench.class.getName()));
        command.addAll(List.of("contestant", contestant.name(), "--identifiers=" + identifiers));
        command.addAll(List.of("--sharing=" + sharing, "--seed=" + seed, "--parallelism=" + cores));
        command.add("--folder=" + run);
        return command;
    }

    private static void deleteCheckpoints(Path run) throws IOException {
        Path checkpoints = run.resolve("bench");
        if (Files.isDirectory(checkpoints)) {
            try (Stream<Path> files = Files.walk(checkpoints)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
