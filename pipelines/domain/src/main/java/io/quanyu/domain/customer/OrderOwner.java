package io.quanyu.domain.customer;

import io.quanyu.domain.identity.IdentifierTypes;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whose an order is. Its events may name a buyer, a friend who paid or asked for the money back, or nobody: all that is told of it counts
 * for one of them, once.
 */
public final class OrderOwner {

    private OrderOwner() {}

    /**
     * The account of the newest version that names one; if none does, the order itself.
     *
     * <p>Who asks for a refund does not thereby own the order.
     *
     * @param told what the events of one order say of it, by their subjects as {@code type|scope|value}
     * @return a subject; empty as long as nothing but refunds is told
     */
    public static Optional<String> of(Map<String, Fragment> told) {
        String owner = null;
        OrderVersion newest = null;
        for (var one : new TreeMap<>(told).entrySet()) {
            OrderVersion its = newest(one.getValue());
            if (its != null && (newest == null || isBetter(one.getKey(), its, Objects.requireNonNull(owner), newest))) {
                owner = one.getKey();
                newest = its;
            }
        }
        return Optional.ofNullable(owner);
    }

    private static boolean isBetter(String subject, OrderVersion its, String owner, OrderVersion newest) {
        boolean names = isAccount(subject);
        return names == isAccount(owner) ? its.compareTo(newest) > 0 : names;
    }

    private static boolean isAccount(String subject) {
        return IdentifierTypes.ofText(subject).isAccount();
    }

    private static @Nullable OrderVersion newest(Fragment fragment) {
        return fragment.orders().values().stream().max(OrderVersion::compareTo).orElse(null);
    }
}
