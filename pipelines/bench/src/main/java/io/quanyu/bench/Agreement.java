package io.quanyu.bench;

import io.quanyu.bench.MadePerson.Sharing;
import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Identifier;
import io.quanyu.domain.identity.IdentityFacts;
import io.quanyu.domain.identity.IdentityPolicy;
import io.quanyu.domain.identity.Resolve;
import io.quanyu.jobs.identity.EvidenceSeen;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether a contestant comes to the right persons, on a workload small enough to look at each: nobody shall measure a job
 * that is wrong.
 */
final class Agreement {

    /** Last said of each identifier in this process: the sinks of a job know each other by nothing else. */
    private static final Map<String, Said> SAID = new ConcurrentHashMap<>();

    private record Said(String person, long version) {}

    private final Workload workload;

    Agreement(Workload workload) {
        this.workload = workload;
    }

    /**
     * Lets the contestant run and compares. Quanyu must say what {@link Resolve} says, name by name, and where no phone is
     * shared make the same persons as union-find; (a) must do so always.
     *
     * @throws IllegalStateException where they differ
     */
    void require(Contestant contestant, int parallelism, Path folder) throws Exception {
        try (FlinkRun flink = new FlinkRun(workload.endMillis(), parallelism, folder)) {
            contestant.define(flink, workload, Agreement::note);
            flink.run();
        }
        Map<String, String> said = new HashMap<>();
        SAID.forEach((identifier, last) -> said.put(identifier, last.person()));
        if (contestant == Contestant.QUANYU) {
            requireEqual(said, resolved());
        }
        if (contestant == Contestant.REWRITE_MEMBERS || workload.sharing() == Sharing.NO_PHONE_IS_SHARED) {
            requireSamePersons(said);
        }
    }

    private static void note(String identifier, String person, long version) {
        SAID.merge(
                identifier, new Said(person, version), (one, other) -> one.version() > other.version() ? one : other);
    }

    private Map<String, String> resolved() {
        List<Evidence> evidence = new ArrayList<>();
        for (long slot = 0; slot < workload.slots(); slot++) {
            EvidenceSeen seen = workload.at(slot);
            if (seen != null) {
                evidence.addAll(seen.evidence());
            }
        }
        Map<String, String> persons = new HashMap<>();
        Resolve.resolve(IdentityFacts.of(evidence), IdentityPolicy.standard(), workload.endMillis())
                .oneIds()
                .forEach((identifier, person) -> persons.put(identifier.text(), person));
        return persons;
    }

    private static void requireEqual(Map<String, String> said, Map<String, String> expected) {
        if (said.size() != expected.size()) {
            throw new IllegalStateException(
                    said.size() + " identifiers have a person, but " + expected.size() + " should");
        }
        expected.forEach((identifier, person) -> {
            if (!person.equals(said.get(identifier))) {
                throw new IllegalStateException(
                        identifier + " should be of " + person + ", but is of " + said.get(identifier));
            }
        });
    }

    private void requireSamePersons(Map<String, String> said) {
        UnionFind people = new UnionFind();
        for (long slot = 0; slot < workload.slots(); slot++) {
            EvidenceSeen seen = workload.at(slot);
            if (seen != null) {
                people.add(seen);
            }
        }
        Map<Integer, String> names = new HashMap<>();
        for (Map.Entry<Identifier, Integer> entry : people.indices().entrySet()) {
            String identifier = entry.getKey().text();
            String person = String.valueOf(said.get(identifier));
            String name = names.computeIfAbsent(people.find(entry.getValue()), root -> person);
            if (!name.equals(person)) {
                throw new IllegalStateException(identifier + " should be of " + name + ", but is of " + person);
            }
        }
        int persons = new HashSet<>(names.values()).size();
        if (persons != people.persons() || said.size() != people.identifiers()) {
            throw new IllegalStateException(said.size() + " identifiers of " + persons + " persons, but there are "
                    + people.identifiers() + " of " + people.persons());
        }
    }
}
