package io.quanyu.bench;

import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Identifier;
import io.quanyu.jobs.identity.EvidenceSeen;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One workload after the other, each of other persons, for as long as somebody asks. Not for several threads. */
final class EndlessEvents {

    private final Set<Identifier> known = new HashSet<>();

    private Workload workload;
    private long slot;

    EndlessEvents(Workload first) {
        this.workload = first;
    }

    EvidenceSeen next() {
        while (true) {
            if (slot == workload.slots()) {
                workload = new Workload(workload.seed() + 1, workload.persons(), workload.sharing());
                slot = 0;
            }
            EvidenceSeen seen = workload.at(slot);
            slot++;
            if (seen != null) {
                return seen;
            }
        }
    }

    /** The identifiers of an event that no event had before: to be asked once for each, in order. */
    List<Identifier> news(EvidenceSeen seen) {
        List<Identifier> news = new ArrayList<>();
        for (Evidence one : seen.evidence()) {
            for (Identifier end : List.of(one.left(), one.right())) {
                if (known.add(end)) {
                    news.add(end);
                }
            }
        }
        return news;
    }
}
