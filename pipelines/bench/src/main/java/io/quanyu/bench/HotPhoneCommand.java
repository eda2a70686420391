package io.quanyu.bench;

import io.quanyu.bench.HotPhone.Due;
import io.quanyu.domain.identity.HeldBack;
import io.quanyu.domain.identity.Identifier;
import io.quanyu.jobs.identity.Assigned;
import io.quanyu.jobs.identity.ConflictChange;
import io.quanyu.jobs.identity.IdentityJob.Decided;
import io.quanyu.local.lifecycle.LiveClock;
import io.quanyu.local.lifecycle.PlatformLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "hot-phone",
        description = "How long others wait while one phone comes to a million accounts. The identity job alone.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class HotPhoneCommand implements Callable<Integer> {

    private static final Duration A_DAY = Duration.ofDays(1);

    /** Of this process: the sinks of a job know each other by nothing else. */
    private static final Map<HotPhone.Phase, Latencies> WAITED = new EnumMap<>(HotPhone.Phase.class);

    private static final LongAdder SHARED = new LongAdder();

    @Option(names = "--accounts", paramLabel = "N", defaultValue = "1000000", description = "That share the phone.")
    private long accounts;

    @Option(names = "--others", paramLabel = "N", defaultValue = "500", description = "Watched events a second.")
    private int others;

    @Option(names = "--rate", paramLabel = "N", defaultValue = "2500", description = "Further events a second.")
    private int rate;

    @Option(names = "--before", paramLabel = "SECONDS", defaultValue = "60", description = "Until the phone comes.")
    private int before;

    @Option(names = "--cores", paramLabel = "N", defaultValue = "2", description = "Parallelism of the job.")
    private int cores;

    @Option(names = "--folder", paramLabel = "DIR", description = "For checkpoints and logs.")
    private @Nullable Path folder;

    @Override
    public Integer call() throws Exception {
        Path work = folder == null ? Files.createTempDirectory("quanyu-hot-phone") : Files.createDirectories(folder);
        PlatformLog.writeTo(work.resolve("flink.log"));
        for (HotPhone.Phase phase : HotPhone.Phase.values()) {
            WAITED.put(phase, new Latencies());
        }
        Duration quiet = Duration.ofSeconds(before);
        long endMillis = System.currentTimeMillis() + A_DAY.toMillis();
        var play =
                new HotPhone(others, rate, accounts, quiet, quiet.dividedBy(3), LiveClock.TICK.toMillis(), endMillis);
        try (FlinkRun flink = new FlinkRun(endMillis, cores, work)) {
            Decided decided = flink.identity(flink.evidence(play, 1));
            flink.count(decided.assignments(), "assignments", HotPhoneCommand::note);
            flink.count(decided.evidence(), "evidence", change -> {});
            flink.count(decided.conflicts(), "conflicts", HotPhoneCommand::noteConflict);
            flink.run();
        }
        print();
        return SHARED.sum() < accounts ? 1 : 0;
    }

    private static void note(Assigned assigned) {
        Identifier identifier = Identifier.parse(assigned.identifier());
        if (assigned.version() == 1 && identifier.type().equals("yz_open_id")) {
            Due due = Due.of(identifier.value());
            Latencies waited = WAITED.get(due.phase());
            synchronized (waited) {
                waited.add(System.currentTimeMillis() - due.millis());
            }
        }
    }

    /** Counts who is not joined by the phone because it is shared; the first few are told so when it becomes shared. */
    private static void noteConflict(ConflictChange conflict) {
        Identifier left = new Identifier(conflict.leftType(), conflict.leftScope(), conflict.leftValue());
        if (HotPhone.PHONE.equals(left) && HeldBack.Reason.SHARED.name().equals(conflict.reason())) {
            SHARED.increment();
        }
    }

    private void print() {
        System.err.println(String.format(
                Locale.ROOT, "%,d of %,d accounts are told that the phone is shared", SHARED.sum(), accounts));
        System.out.println("| others | events a second | of one phone | new accounts | p50 ms | p99 ms | max ms |");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|");
        System.out.println(row("before", 0, WAITED.get(HotPhone.Phase.BEFORE)));
        System.out.println(row("while it comes", rate, WAITED.get(HotPhone.Phase.WHILE)));
    }

    private String row(String when, int ofOnePhone, Latencies waited) {
        return String.format(Locale.ROOT, "| %s | %,d | %,d | %s |", when, others + rate, ofOnePhone, waited.cells());
    }
}
