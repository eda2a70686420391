package io.quanyu.jobs.customer;

import io.quanyu.domain.customer.Fulfilment;
import io.quanyu.domain.customer.OrderVersion;
import io.quanyu.domain.customer.RefundStatus;
import io.quanyu.domain.customer.RefundVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a merchant's facts come to, counted at once from all of them: as an auditor would with the facts on paper. It shares no rule with the
 * domain, only its records.
 */
final class BatchCount {

    /** What a person's profile has to say, in fen. */
    record Total(long orders, long paidOrders, long paidFen, long netFen) {}

    /**
     * An order, of whatever state.
     *
     * @param code that the order itself tells; null if none
     * @param paidMillis of a paid order; else null
     * @param netFen what is left of a paid order
     */
    record Sale(
            String order,
            String person,
            long placedMillis,
            @Nullable String code,
            @Nullable Long paidMillis,
            long netFen) {}

    private final MerchantMonth month;
    private final Map<String, Total> byPerson = new TreeMap<>();
    private final Map<String, Long> byOrder = new TreeMap<>();
    private final List<Sale> sales = new ArrayList<>();

    private BatchCount(MerchantMonth month) {
        this.month = month;
    }

    static BatchCount of(MerchantMonth month) {
        var count = new BatchCount(month);
        Map<String, List<OrderVersion>> orders = new TreeMap<>();
        for (OrderVersion version : month.versions()) {
            orders.computeIfAbsent(version.order(), any -> new ArrayList<>()).add(version);
        }
        orders.forEach(count::addOrder);
        month.refunds().forEach(count::addUnlinked);
        return count;
    }

    /** By person, net revenue not yet cut at 0. */
    Map<String, Total> byPerson() {
        return byPerson;
    }

    /** Net revenue of each paid order that has some, in fen. */
    Map<String, Long> byOrder() {
        return byOrder;
    }

    List<Sale> sales() {
        return sales;
    }

    private void addOrder(String key, List<OrderVersion> fromOldToNew) {
        String person = month.personOf(owner(fromOldToNew));
        Long paidAt = last(fromOldToNew, OrderVersion::paidAtMillis);
        Long paidFen = last(fromOldToNew, OrderVersion::paidFen);
        long paid = paidFen == null ? 0 : paidFen;
        boolean dollars = "USD".equals(last(fromOldToNew, one -> one.paidFen() == null ? null : one.currency()));
        boolean held = Boolean.TRUE.equals(last(fromOldToNew, OrderVersion::hold));
        if (paidAt == null || held || dollars || closedBefore(fromOldToNew, paidAt)) {
            add(person, new Total(1, 0, 0, 0));
            sales.add(new Sale(key, person, placed(fromOldToNew), code(fromOldToNew), null, 0));
            return;
        }
        long back = 0;
        for (RefundVersion refund : month.refunds()) {
            if (key.equals(refund.order()) && refund.status() == RefundStatus.SUCCEEDED && refund.refundFen() != null) {
                back += refund.refundFen();
            }
        }
        boolean all = Boolean.TRUE.equals(last(fromOldToNew, OrderVersion::refundedInFull));
        long net = all || back > paid ? 0 : paid - back;
        add(person, new Total(1, 1, paid, net));
        sales.add(new Sale(key, person, placed(fromOldToNew), code(fromOldToNew), paidAt, net));
        if (net > 0) {
            byOrder.put(key, net);
        }
    }

    private static long placed(List<OrderVersion> fromOldToNew) {
        Long ordered = last(fromOldToNew, OrderVersion::orderedAtMillis);
        Long paid = last(fromOldToNew, OrderVersion::paidAtMillis);
        return ordered != null
                ? ordered
                : paid != null ? paid : fromOldToNew.get(0).occurredAtMillis();
    }

    private static @Nullable String code(List<OrderVersion> fromOldToNew) {
        return last(fromOldToNew, OrderVersion::liveCode);
    }

    private void addUnlinked(RefundVersion refund) {
        if (refund.order() == null) {
            boolean counts = refund.status() == RefundStatus.SUCCEEDED && "".equals(refund.currency());
            Long fen = refund.refundFen();
            long back = counts && fen != null ? fen : 0;
            add(month.personOf(month.subjectOf(refund.eventId())), new Total(0, 0, 0, -back));
        }
    }

    private void add(String person, Total more) {
        byPerson.merge(
                person,
                more,
                (one, other) -> new Total(
                        one.orders() + other.orders(),
                        one.paidOrders() + other.paidOrders(),
                        one.paidFen() + other.paidFen(),
                        one.netFen() + other.netFen()));
    }

    private String owner(List<OrderVersion> fromOldToNew) {
        String itself = "";
        String account = "";
        for (OrderVersion version : fromOldToNew) {
            String subject = month.subjectOf(version.eventId());
            if (subject.startsWith("order|")) {
                itself = subject;
            } else {
                account = subject;
            }
        }
        return account.isEmpty() ? itself : account;
    }

    /** Closed in the end, by a closing since it was last alive, before it was paid. */
    private static boolean closedBefore(List<OrderVersion> fromOldToNew, long paidAt) {
        Fulfilment state = Fulfilment.UNKNOWN;
        Long closedAt = null;
        for (OrderVersion version : fromOldToNew) {
            if (version.fulfilment() != Fulfilment.UNKNOWN) {
                state = version.fulfilment();
                if (state != Fulfilment.CLOSED) {
                    closedAt = null;
                }
            }
            if (version.closedAtMillis() != null) {
                closedAt = version.closedAtMillis();
            }
        }
        return state == Fulfilment.CLOSED && closedAt != null && closedAt < paidAt;
    }

    private static <T> @Nullable T last(List<OrderVersion> fromOldToNew, Function<OrderVersion, @Nullable T> of) {
        T last = null;
        for (OrderVersion version : fromOldToNew) {
            T said = of.apply(version);
            last = said == null ? last : said;
        }
        return last;
    }
}
