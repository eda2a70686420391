package io.quanyu.world.truth;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * How well the platform found out who is who, counted in pairs of accounts.
 *
 * @param people how many there really are
 * @param found how many persons the platform sees in their accounts
 * @param joined pairs that the platform says are one person
 * @param rightlyJoined those of them that are
 * @param linkable pairs of one person that some payload ties together
 * @param linkableFound those of them that the platform joined
 * @param all pairs of one person, whether or not anybody could know
 */
public record IdentityMeasure(
        long people, long found, long joined, long rightlyJoined, long linkable, long linkableFound, long all) {

    /** Compares the truth with the platform's one_id of each account; accounts without one count as not found. */
    public static IdentityMeasure of(Collection<RealPerson> truth, Map<String, String> oneIds) {
        Map<String, Long> sizes = new HashMap<>();
        long rightlyJoined = 0;
        long linkable = 0;
        long linkableFound = 0;
        long all = 0;
        for (RealPerson person : truth) {
            List<String> accounts =
                    person.linkable().stream().flatMap(Collection::stream).toList();
            accounts.stream().map(oneIds::get).filter(id -> id != null).forEach(id -> sizes.merge(id, 1L, Long::sum));
            rightlyJoined += joinedPairs(accounts, oneIds);
            all += pairs(accounts.size());
            for (SortedSet<String> circle : person.linkable()) {
                linkable += pairs(circle.size());
                linkableFound += joinedPairs(circle, oneIds);
            }
        }
        long joined = sizes.values().stream().mapToLong(IdentityMeasure::pairs).sum();
        return new IdentityMeasure(truth.size(), sizes.size(), joined, rightlyJoined, linkable, linkableFound, all);
    }

    /** Of the pairs that the platform joined, the share that is right. */
    public double precision() {
        return share(rightlyJoined, joined);
    }

    /** Of the pairs that could be known, the share that the platform joined. */
    public double recall() {
        return share(linkableFound, linkable);
    }

    /** Of all pairs, those that nobody could know among them, the share that the platform joined. */
    public double recallOfAll() {
        return share(rightlyJoined, all);
    }

    private static long joinedPairs(Collection<String> accounts, Map<String, String> oneIds) {
        Map<String, Long> sizes = new HashMap<>();
        for (String account : accounts) {
            String oneId = oneIds.get(account);
            if (oneId != null) {
                sizes.merge(oneId, 1L, Long::sum);
            }
        }
        return sizes.values().stream().mapToLong(IdentityMeasure::pairs).sum();
    }

    private static long pairs(long count) {
        return count * (count - 1) / 2;
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }
}
