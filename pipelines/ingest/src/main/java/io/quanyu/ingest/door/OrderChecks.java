package io.quanyu.ingest.door;

import io.quanyu.events.Fulfilment;
import io.quanyu.events.OrderChanged;
import io.quanyu.events.OrderLine;
import io.quanyu.events.RefundState;
import io.quanyu.ingest.Reason;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What cannot be true of an order, whatever platform says it. A thin push is only held to what it says. */
public final class OrderChecks {

    private static final Set<Fulfilment> PAID_FOR =
            EnumSet.of(Fulfilment.PAID, Fulfilment.SHIPPED, Fulfilment.COMPLETED);
    private static final Set<RefundState> MONEY_WENT_BACK =
            EnumSet.of(RefundState.REFUNDED, RefundState.PARTIALLY_REFUNDED);

    private OrderChecks() {}

    /**
     * How an order may be paid.
     *
     * @param onDelivery goods leave before the money comes
     * @param inParts a deposit comes first, so a payment time alone does not make it paid
     */
    public record Terms(boolean onDelivery, boolean inParts) {

        public static final Terms USUAL = new Terms(false, false);
    }

    public static void check(OrderChanged order, Terms terms) {
        checkAmount("paid_fen", order.getPaidFen());
        checkAmount("shipping_fen", order.getShippingFen());
        checkTimes(order);
        if (order.getComplete()) {
            checkPayment(order, terms);
        }
    }

    /**
     * Lines must add up to what is paid.
     *
     * @param outsideLines fen that the order may lack against its lines, for example a discount on the whole order
     */
    public static void checkLines(OrderChanged order, long outsideLines) {
        if (order.getLines().isEmpty()) {
            return;
        }
        long lines = order.getLines().stream().mapToLong(OrderLine::getPaidFen).sum();
        long shipping = order.getShippingFen() == null ? 0 : order.getShippingFen();
        long tolerance = order.getLines().size();
        boolean tooMuch = order.getPaidFen() > lines + shipping + tolerance;
        boolean tooLittle = order.getPaidFen() < lines - outsideLines - tolerance;
        if (tooMuch || tooLittle) {
            throw Refusal.contradictory("Lines add up to " + lines + " fen and shipping is " + shipping
                    + " fen, but paid_fen is " + order.getPaidFen());
        }
    }

    private static void checkAmount(String field, @Nullable Long fen) {
        if (fen != null && fen < 0) {
            throw new Refusal(Reason.BAD_VALUE, field + " must not be negative, but is " + fen);
        }
    }

    private static void checkTimes(OrderChanged order) {
        Instant ordered = order.getOrderedAt();
        Instant paid = order.getPaidAt();
        if (ordered != null && paid != null && paid.isBefore(ordered)) {
            throw Refusal.contradictory("paid_at " + paid + " is before ordered_at " + ordered);
        }
    }

    private static void checkPayment(OrderChanged order, Terms terms) {
        boolean paid = order.getPaidAt() != null;
        Fulfilment fulfilment = order.getFulfilment();
        if (PAID_FOR.contains(fulfilment) && !paid && !terms.onDelivery()) {
            throw Refusal.contradictory("The order is " + fulfilment + ", but has no payment time");
        }
        if (fulfilment == Fulfilment.CREATED && paid && !terms.inParts()) {
            throw Refusal.contradictory("The order waits for payment, but paid_at is " + order.getPaidAt());
        }
        if (MONEY_WENT_BACK.contains(order.getRefundState()) && !paid && !terms.onDelivery()) {
            throw Refusal.contradictory("The order is " + order.getRefundState() + ", but was never paid");
        }
    }
}
