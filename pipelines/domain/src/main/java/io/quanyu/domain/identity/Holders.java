package io.quanyu.domain.identity;

import java.util.HashMap;
import java.util.Map;

/** The accounts that a capped identifier is on, and was ever on. */
final class Holders {

    private final int cap;
    private final int publicCap;
    private final Map<Node, Integer> linksByAccount = new HashMap<>();
    private int accounts;
    private boolean sharedForGood;

    Holders(int cap, int publicCap) {
        this.cap = cap;
        this.publicCap = publicCap;
    }

    boolean isShared() {
        return sharedForGood || accounts > cap;
    }

    /** From then on it counts no more, so that it costs nothing. */
    boolean isSharedForGood() {
        return sharedForGood;
    }

    /** Counts a link to an account, or discounts it; a change of 0 only notes that there was one. */
    void count(Node account, int change) {
        if (sharedForGood) {
            return;
        }
        int before = linksByAccount.getOrDefault(account, 0);
        int after = before + change;
        linksByAccount.put(account, after);
        accounts += Integer.signum(after) - Integer.signum(before);
        if (linksByAccount.size() > publicCap) {
            sharedForGood = true;
            linksByAccount.clear();
        }
    }
}
