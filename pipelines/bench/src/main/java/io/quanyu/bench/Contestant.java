package io.quanyu.bench;

import io.quanyu.jobs.identity.EvidenceSeen;
import io.quanyu.jobs.identity.IdentityJob.Decided;
import io.quanyu.local.platform.DiskUse;
import java.io.Serializable;
import java.nio.file.Path;

/** A way of finding out who is who. Each takes in the same events and runs in a process of its own. */
enum Contestant {

    /** Quanyu's job as it stands, with all that it is for. */
    QUANYU("Quanyu"),

    /** (a): {@link RewriteMembers}. */
    REWRITE_MEMBERS("(a) Flink, rewriting the smaller side"),

    /** (b): {@link UnionFind}. */
    UNION_FIND("(b) union-find in memory"),

    /** Makes the events in Flink and drops them: what (a) and Quanyu cannot do without. */
    FLINK_ALONE("Flink, events made and dropped"),

    /** Makes the events and drops them: what (b) cannot do without. */
    EVENTS_ALONE("events made and dropped");

    private final String title;

    Contestant(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    boolean needsFlink() {
        return switch (this) {
            case QUANYU, REWRITE_MEMBERS, FLINK_ALONE -> true;
            case UNION_FIND, EVENTS_ALONE -> false;
        };
    }

    /** Runs in this process, once. Flink's checkpoints go to the folder. */
    Measured measure(Workload workload, int parallelism, Path folder) throws Exception {
        return needsFlink() ? inFlink(workload, parallelism, folder) : inMemory(workload);
    }

    private Measured inFlink(Workload workload, int parallelism, Path folder) throws Exception {
        try (FlinkRun flink = new FlinkRun(workload.endMillis(), parallelism, folder)) {
            define(flink, workload, (identifier, person, version) -> {});
            flink.run();
            ThreadShares shares = ThreadShares.now();
            long checkpoints = flink.checkpoints();
            long checkpointBytes = DiskUse.sizeOf(flink.checkpoint());
            return Measured.of(checkpoints, checkpointBytes, Meter.heapBytes(), shares, Census.NONE);
        }
    }

    /** Puts this contestant's operators behind the events. */
    void define(FlinkRun flink, Workload workload, Listener listener) {
        switch (this) {
            case QUANYU -> {
                Decided decided = flink.identity(flink.evidence(workload));
                flink.count(
                        decided.assignments(),
                        "assignments",
                        said -> listener.said(said.identifier(), said.oneId(), said.version()));
                flink.count(decided.evidence(), "evidence", change -> {});
                flink.count(decided.conflicts(), "conflicts", change -> {});
            }
            case REWRITE_MEMBERS -> flink.count(
                    flink.evidence(workload)
                            .keyBy(EvidenceSeen::tenant)
                            .process(new RewriteMembers())
                            .uid("rewrite-members")
                            .name("rewrite members"),
                    "moved",
                    said -> listener.said(said.identifier(), said.person(), said.version()));
            case FLINK_ALONE -> flink.count(flink.evidence(workload), "dropped", seen -> {});
            case UNION_FIND, EVENTS_ALONE -> throw new IllegalArgumentException(this + " needs no Flink");
        }
    }

    /** Hears of whom an identifier is; of one identifier the highest version counts. */
    interface Listener extends Serializable {
        void said(String identifier, String person, long version);
    }

    private Measured inMemory(Workload workload) {
        UnionFind people = new UnionFind();
        Meter meter = Meter.ofThisProcess();
        meter.expectOutputs(1);
        meter.begin();
        for (long slot = 0; slot < workload.slots(); slot++) {
            EvidenceSeen seen = workload.at(slot);
            if (seen != null) {
                meter.event();
                if (this == UNION_FIND) {
                    people.add(seen);
                }
            }
        }
        meter.outputEnded();
        ThreadShares shares = ThreadShares.now();
        long heapBytes = Meter.heapBytes();
        return Measured.of(0, 0, heapBytes, shares, this == UNION_FIND ? Census.of(workload, people) : Census.NONE);
    }
}
