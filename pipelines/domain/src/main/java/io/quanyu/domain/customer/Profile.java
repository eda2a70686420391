package io.quanyu.domain.customer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One row about a person: the columns of {@code dws.profile_change} that follow from the facts. Money in fen, instants in
 * epoch milliseconds; null where nothing is known.
 *
 * @param accounts accounts as {@code type|scope|value}, sorted; orders and payments only if there is nothing else
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

    private static final Set<String> NO_ACCOUNTS = Set.of("order", "payment");

    private static final Map<String, String> PLATFORM_OF_TYPE = Map.of(
            "external_userid", "wecom",
            "unionid", "wechat",
            "openid", "wechat",
            "yz_open_id", "youzan",
            "doudian_open_id", "douyin",
            "pos_member", "pos");

    /** The row of a person whose standing tags have these codes (see {@code Judgement.standing}). */
    public static Profile of(String oneId, Customer customer, List<String> tags) {
        List<Order> paid = customer.paidOrders();
        long paidFen = paid.stream().mapToLong(Order::paidFen).sum();
        long backFen = paid.stream().mapToLong(Order::refundedFen).sum();
        List<Long> paidAt = paid.stream().map(Order::paidAtMillis).sorted().toList();
        return new Profile(
                oneId,
                accounts(customer),
                platforms(customer),
                customer.maskedPhones().values().stream().findFirst().orElse(null),
                customer.firstSeenMillis(),
                customer.orders().size(),
                paid.size(),
                paidFen,
                backFen + customer.unlinkedRefundFen(),
                customer.netRevenueFen(),
                paid.isEmpty() ? null : Math.floorDiv(2 * paidFen + paid.size(), 2L * paid.size()),
                paidAt.isEmpty() ? null : paidAt.get(0),
                paidAt.isEmpty() ? null : paidAt.get(paidAt.size() - 1),
                customer.lastMessageMillis(),
                customer.lastActiveMillis(),
                tags.stream().sorted().toList());
    }

    private static List<String> accounts(Customer customer) {
        List<String> accounts = customer.accounts().stream()
                .filter(account -> !NO_ACCOUNTS.contains(typeOf(account)))
                .toList();
        return accounts.isEmpty() ? customer.accounts() : accounts;
    }

    private static List<String> platforms(Customer customer) {
        Stream<String> ofAccounts = customer.accounts().stream()
                .map(Profile::typeOf)
                .filter(PLATFORM_OF_TYPE::containsKey)
                .map(PLATFORM_OF_TYPE::get);
        Stream<String> ofOrders = customer.orders().stream().map(Order::platform);
        Set<String> platforms =
                new TreeSet<>(Stream.concat(ofAccounts, ofOrders).toList());
        return List.copyOf(platforms);
    }

    private static String typeOf(String account) {
        int bar = account.indexOf('|');
        return bar < 0 ? account : account.substring(0, bar);
    }
}
