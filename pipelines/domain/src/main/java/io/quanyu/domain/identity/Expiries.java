package io.quanyu.domain.identity;

import io.quanyu.domain.identity.Node.Edge;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** When links expire. One that is seen again keeps its place until that is reached, and is put back then. */
final class Expiries {

    private record Expiry(long atMillis, Edge edge) {}

    private final IdentityPolicy policy;
    private final PriorityQueue<Expiry> queue = new PriorityQueue<>(Comparator.comparingLong(Expiry::atMillis));

    Expiries(IdentityPolicy policy) {
        this.policy = policy;
    }

    void add(Edge link) {
        long expiresAt = policy.expiresAtMillis(link.evidence);
        // A link that was removed and added again may expire before the place that it still has.
        if (expiresAt < link.queuedAtMillis) {
            link.queuedAtMillis = expiresAt;
            queue.add(new Expiry(expiresAt, link));
        }
    }

    /** When the next link expires, {@link IdentityPolicy#FOREVER} if none does. */
    long nextMillis() {
        for (Expiry head = queue.peek(); head != null; head = queue.peek()) {
            Edge link = head.edge();
            if (waits(link) && policy.expiresAtMillis(link.evidence) == head.atMillis()) {
                return head.atMillis();
            }
            remove();
            if (waits(link)) {
                add(link);
            }
        }
        return IdentityPolicy.FOREVER;
    }

    /** A link that expires at this instant or before, and from now on is not waited for; null if there is none. */
    @Nullable
    Edge nextDue(long instantMillis) {
        return nextMillis() <= instantMillis && !queue.isEmpty() ? remove() : null;
    }

    /** A link of what is shared for good stays as it is, expired or not. */
    private static boolean waits(Edge link) {
        return link.linked && !link.left.isSharedForGood() && !link.right.isSharedForGood();
    }

    private Edge remove() {
        Expiry head = queue.remove();
        if (head.edge().queuedAtMillis == head.atMillis()) {
            head.edge().queuedAtMillis = IdentityPolicy.FOREVER;
        }
        return head.edge();
    }
}
