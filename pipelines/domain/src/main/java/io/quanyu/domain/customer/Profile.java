package io.quanyu.domain.customer;

import io.quanyu.domain.identity.IdentifierType;
import io.quanyu.domain.identity.IdentifierTypes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One row about a person: the columns of {@code dws.profile_change} that follow from the facts. Money in fen, instants in
 * epoch milliseconds; null where nothing is known.
 *
 * @param accounts accounts as {@code type|scope|value}, sorted. Who has none is shown by all that leads to them: orders,
 *     payments, phones and visits, none of which is an account
 * @param platforms where the accounts and orders are, sorted
 * @param phoneMasked a phone as it may be shown
 * @param orderCount all orders, unpaid ones too
 * @param paidFen what was paid for the paid orders
 * @param refundedFen what went back of the paid orders, and unlinked refunds
 * @param netRevenueFen net revenue of the paid orders minus unlinked refunds, never below 0
 * @param averageOrderFen paid ÷ paid orders, rounded half up
 * @param tags codes of the tags that stand, sorted
 */
public record Profile(
        String oneId,
        List<String> accounts,
        List<String> platforms,
        @Nullable String phoneMasked,
        @Nullable Long firstSeenMillis,
        long orderCount,
        long paidOrderCount,
        long paidFen,
        long refundedFen,
        long netRevenueFen,
        @Nullable Long averageOrderFen,
        @Nullable Long firstPaidMillis,
        @Nullable Long lastPaidMillis,
        @Nullable Long lastMessageMillis,
        @Nullable Long lastActiveMillis,
        List<String> tags) {

    /** The row of a person whose standing tags have these codes (see {@code Judgement.values}). */
    public static Profile of(String oneId, Customer customer, Collection<String> tags) {
        List<Order> paid = customer.paidOrders();
        long paidFen = 0;
        long refundedFen = customer.unlinkedRefundFen();
        long firstPaidMillis = Long.MAX_VALUE;
        long lastPaidMillis = Long.MIN_VALUE;
        for (Order order : paid) {
            long paidAtMillis = Objects.requireNonNull(order.paidAtMillis());
            paidFen = Money.plus(paidFen, order.paidFen());
            refundedFen = Money.plus(refundedFen, order.refundedFen());
            firstPaidMillis = Math.min(firstPaidMillis, paidAtMillis);
            lastPaidMillis = Math.max(lastPaidMillis, paidAtMillis);
        }
        return new Profile(
                oneId,
                accounts(customer),
                platforms(customer),
                customer.phoneMasked(),
                customer.firstSeenMillis(),
                customer.orders().size(),
                paid.size(),
                paidFen,
                refundedFen,
                customer.netRevenueFen(),
                paid.isEmpty() ? null : average(paidFen, paid.size()),
                paid.isEmpty() ? null : firstPaidMillis,
                paid.isEmpty() ? null : lastPaidMillis,
                customer.lastMessageMillis(),
                customer.lastActiveMillis(),
                List.copyOf(new TreeSet<>(tags)));
    }

    /** Rounded half up. */
    private static long average(long fen, int count) {
        long whole = Math.floorDiv(fen, count);
        return 2L * Math.floorMod(fen, count) >= count ? whole + 1 : whole;
    }

    private static List<String> accounts(Customer customer) {
        List<String> accounts = new ArrayList<>();
        for (String account : customer.accounts()) {
            if (IdentifierTypes.ofText(account).isAccount()) {
                accounts.add(account);
            }
        }
        return accounts.isEmpty() ? customer.accounts() : List.copyOf(accounts);
    }

    private static List<String> platforms(Customer customer) {
        Set<String> platforms = new TreeSet<>();
        for (String account : customer.accounts()) {
            IdentifierType type = IdentifierTypes.ofText(account);
            if (type.isAccount() && type.platform() != null) {
                platforms.add(type.platform());
            }
        }
        for (Order order : customer.orders()) {
            platforms.add(order.platform());
        }
        return List.copyOf(platforms);
    }
}
