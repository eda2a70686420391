package io.quanyu.jobs.identity.label;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongConsumer;

/**
 * Which members hang together, coarsely: a union-find over fingerprints, by size, with path halving (Tarjan and van Leeuwen
 * 1984). Sets only grow together and never split.
 *
 * <p>The members of a set share a label. When two sets become one, the larger keeps its label and the members of the smaller
 * change theirs; so a member changes its label at most log2(n) times, whatever order the ties come in. A label that went away never
 * comes back. About 45 bytes a member. Not for several threads.
 */
final class Labels {

    private static final int UNKNOWN = -1;

    private final Long2IntOpenHashMap indexes = new Long2IntOpenHashMap();
    private final LongArrayList members = new LongArrayList();
    private final IntArrayList parents = new IntArrayList();
    private final IntArrayList sizes = new IntArrayList();

    /** The next member of the same set, in a ring. */
    private final IntArrayList ring = new IntArrayList();

    Labels() {
        indexes.defaultReturnValue(UNKNOWN);
    }

    int size() {
        return members.size();
    }

    long member(int index) {
        return members.getLong(index);
    }

    long labelAt(int index) {
        return members.getLong(root(index));
    }

    boolean knows(long member) {
        return indexes.containsKey(member);
    }

    /**
     * Takes back a member and its label as they were. The label is itself a member, and must keep its set: so it is the root,
     * whatever came before it.
     */
    void restore(long member, long label) {
        int root = index(label);
        int index = index(member);
        if (index != root) {
            adopt(root, index);
        }
    }

    /** The label of a member, which is its own if it is new. */
    long label(long member) {
        return labelAt(index(member));
    }

    /**
     * From now on both hang together. Of two sets of one size the one known longer keeps its label.
     *
     * @param moved is told each member whose label changed
     * @return whether anything changed; then {@code dissolved} was one of the two labels, and the other is that of all
     */
    boolean unite(long one, long other, LongConsumer moved) {
        int a = root(index(one));
        int b = root(index(other));
        if (a == b) {
            return false;
        }
        int larger = isLarger(a, b) ? a : b;
        int smaller = larger == a ? b : a;
        int index = smaller;
        do {
            moved.accept(members.getLong(index));
            index = ring.getInt(index);
        } while (index != smaller);
        adopt(larger, smaller);
        return true;
    }

    private boolean isLarger(int a, int b) {
        int more = sizes.getInt(a) - sizes.getInt(b);
        return more == 0 ? a < b : more > 0;
    }

    private void adopt(int root, int other) {
        parents.set(other, root);
        sizes.set(root, sizes.getInt(root) + sizes.getInt(other));
        int next = ring.getInt(root);
        ring.set(root, ring.getInt(other));
        ring.set(other, next);
    }

    private int index(long member) {
        int known = indexes.get(member);
        if (known != UNKNOWN) {
            return known;
        }
        int index = members.size();
        indexes.put(member, index);
        members.add(member);
        parents.add(index);
        sizes.add(1);
        ring.add(index);
        return index;
    }

    private int root(int index) {
        int root = index;
        for (int parent = parents.getInt(root); parent != root; parent = parents.getInt(root)) {
            int grandparent = parents.getInt(parent);
            parents.set(root, grandparent);
            root = grandparent;
        }
        return root;
    }
}
