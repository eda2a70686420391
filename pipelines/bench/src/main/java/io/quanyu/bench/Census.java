package io.quanyu.bench;

import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Identifier;
import io.quanyu.jobs.identity.EvidenceSeen;
import java.util.BitSet;

/**
 * What a workload is made of.
 *
 * @param links ties between two identifiers, repeats included; an event has one to four
 * @param repeats links that told nothing new: their ends were one person already
 * @param merges links that joined two persons who both had accounts
 * @param identifiers distinct ones
 * @param persons as union-find sees them
 */
record Census(long links, long repeats, long merges, long identifiers, long persons) {

    /** Nothing was counted. */
    static final Census NONE = new Census(0, 0, 0, 0, 0);

    /** Counts again what was just joined: it would have slowed the measurement. */
    static Census of(Workload workload, UnionFind joined) {
        UnionFind people = new UnionFind();
        BitSet withAccount = new BitSet();
        long links = 0;
        long repeats = 0;
        long merges = 0;
        for (long slot = 0; slot < workload.slots(); slot++) {
            EvidenceSeen seen = workload.at(slot);
            if (seen == null) {
                continue;
            }
            for (Evidence one : seen.evidence()) {
                int left = root(people, withAccount, one.left());
                int right = root(people, withAccount, one.right());
                if (one.isSighting()) {
                    continue;
                }
                links++;
                if (left == right) {
                    repeats++;
                } else if (!one.rule().equals(UnionFind.NEVER_JOINS)) {
                    boolean both = withAccount.get(left) && withAccount.get(right);
                    merges += both ? 1 : 0;
                    boolean any = withAccount.get(left) || withAccount.get(right);
                    people.union(left, right);
                    withAccount.set(people.find(left), any);
                }
            }
        }
        return new Census(links, repeats, merges, joined.identifiers(), joined.persons());
    }

    private static int root(UnionFind people, BitSet withAccount, Identifier identifier) {
        int before = people.identifiers();
        int index = people.index(identifier);
        if (people.identifiers() > before) {
            withAccount.set(index, isAccount(identifier));
        }
        return people.find(index);
    }

    private static boolean isAccount(Identifier identifier) {
        return switch (identifier.type()) {
            case "phone", "order", "payment" -> false;
            default -> true;
        };
    }
}
