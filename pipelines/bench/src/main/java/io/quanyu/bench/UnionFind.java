package io.quanyu.bench;

import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Identifier;
import io.quanyu.jobs.identity.EvidenceSeen;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Who is who as far as a partition goes, in memory and for ever: no shared phones, no expiry, no names, no memory of why.
 * The least that any way of joining identifiers must do.
 */
final class UnionFind {

    /** The rule of evidence that joins nobody. */
    static final String NEVER_JOINS = "receiver-phone";

    private static final int FIRST_CAPACITY = 1 << 10;

    private final Map<Identifier, Integer> indices = new HashMap<>();
    private int[] parent = new int[FIRST_CAPACITY];
    private int[] size = new int[FIRST_CAPACITY];
    private int persons;

    void add(EvidenceSeen seen) {
        for (Evidence one : seen.evidence()) {
            int left = index(one.left());
            int right = one.isSighting() ? left : index(one.right());
            if (left != right && !one.rule().equals(NEVER_JOINS)) {
                union(find(left), find(right));
            }
        }
    }

    /** How many identifiers there are; they have the indices from 0. */
    int identifiers() {
        return indices.size();
    }

    int persons() {
        return persons;
    }

    /** The identifiers with their indices. */
    Map<Identifier, Integer> indices() {
        return indices;
    }

    /** The index of an identifier, which is a person of its own if it is new. */
    int index(Identifier identifier) {
        Integer known = indices.get(identifier);
        if (known != null) {
            return known;
        }
        int index = indices.size();
        if (index == parent.length) {
            parent = Arrays.copyOf(parent, 2 * index);
            size = Arrays.copyOf(size, 2 * index);
        }
        indices.put(identifier, index);
        parent[index] = index;
        size[index] = 1;
        persons++;
        return index;
    }

    /** The index that stands for the person of an index. */
    int find(int index) {
        int at = index;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** Makes one person of two. */
    void union(int root, int otherRoot) {
        if (root == otherRoot) {
            return;
        }
        boolean larger = size[root] >= size[otherRoot];
        int winner = larger ? root : otherRoot;
        int loser = larger ? otherRoot : root;
        parent[loser] = winner;
        size[winner] += size[loser];
        persons--;
    }
}
