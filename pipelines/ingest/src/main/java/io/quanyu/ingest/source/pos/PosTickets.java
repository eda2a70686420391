package io.quanyu.ingest.source.pos;

import io.quanyu.events.Fulfilment;
import io.quanyu.events.Identifier;
import io.quanyu.events.OrderChanged;
import io.quanyu.events.OrderLine;
import io.quanyu.events.RefundChanged;
import io.quanyu.events.RefundStatus;
import io.quanyu.ingest.Outcome.Accepted;
import io.quanyu.ingest.PhoneGuard;
import io.quanyu.ingest.door.Delivery;
import io.quanyu.ingest.door.Draft;
import io.quanyu.ingest.door.OrderChecks;
import io.quanyu.ingest.door.OrderChecks.Terms;
import io.quanyu.ingest.door.Who;
import io.quanyu.ingest.fields.FoundId;
import io.quanyu.ingest.fields.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.avro.specific.SpecificRecord;

/** Makes the order, or the refund, of a group of rows. An amount is quantity times price, exactly. */
final class PosTickets {

    static final String PLATFORM = "pos";

    private static final long ROWS_TOLD_APART = 1_000_000;

    private final PhoneGuard phones;

    PosTickets(PhoneGuard phones) {
        this.phones = phones;
    }

    Accepted read(Delivery delivery, Ticket ticket) {
        return ticket.isRefund() ? refund(delivery, ticket) : order(delivery, ticket);
    }

    private Accepted order(Delivery delivery, Ticket ticket) {
        String number = ticket.number();
        Instant soldAt = ticket.at();
        OrderChanged order = new OrderChanged();
        order.setHold(false);
        order.setOrderId(number);
        order.setVersion(version(delivery, ticket, soldAt));
        order.setComplete(true);
        order.setOrderedAt(soldAt);
        order.setCurrency(ticket.map().currency);
        order.setRegion(ticket.first(ticket.map().region));
        order.setStore(ticket.first(ticket.map().store));
        order.setLines(lines(ticket, number));
        setStatus(order, ticket, soldAt);
        setAmounts(order, ticket);
        OrderChecks.check(order, Terms.USUAL);
        String shop = delivery.shop(ticket.map().shop);
        return draft(delivery, "order", ticket.map(), order, shop)
                .about(account(delivery, ticket, shop).orOrder(PLATFORM, shop, number))
                .happenedAt(soldAt)
                .identifiedWithContentBy(PLATFORM, "order", shop, number, order.getVersion());
    }

    /** Without a status column every row is a sale that is done. */
    private static void setStatus(OrderChanged order, Ticket ticket, Instant soldAt) {
        Object said = ticket.sameValue(ticket.map().status, "status");
        PosStatus status = said == null ? PosStatus.COMPLETED : (PosStatus) said;
        Instant paidAt = (Instant) ticket.sameValue(ticket.map().paidAt, "paid_at");
        order.setFulfilment(status.fulfilment);
        order.setRefundState(status.refundState());
        order.setPaidAt(paidAt == null && status.paid ? soldAt : paidAt);
        order.setClosedAt(status.fulfilment == Fulfilment.CLOSED ? soldAt : null);
    }

    private static void setAmounts(OrderChanged order, Ticket ticket) {
        long lines = order.getLines().stream().mapToLong(OrderLine::getPaidFen).sum();
        Long freight = ticket.side(ticket.map().freight, "freight");
        Long discount = ticket.side(ticket.map().discount, "discount");
        long total = lines + (freight == null ? 0 : freight);
        order.setShippingFen(freight);
        order.setPaidFen(total - (discount == null ? 0 : Math.abs(discount)));
        order.setTotalFen(freight == null && discount == null ? null : Long.valueOf(total));
    }

    private Accepted refund(Delivery delivery, Ticket ticket) {
        String number = ticket.number();
        Instant at = ticket.at();
        RefundChanged refund = new RefundChanged();
        refund.setRefundId(number);
        refund.setOrderId(ticket.originalOrder());
        refund.setVersion(version(delivery, ticket, at));
        refund.setStatus(RefundStatus.SUCCEEDED);
        refund.setRefundFen(Math.abs(ticket.fen()));
        refund.setSucceededAt(at);
        refund.setCurrency(ticket.map().currency);
        refund.setRegion(ticket.first(ticket.map().region));
        refund.setLineIds(List.of());
        String shop = delivery.shop(ticket.map().shop);
        return draft(delivery, "refund", ticket.map(), refund, shop)
                .about(whoReturns(account(delivery, ticket, shop), shop, refund))
                .happenedAt(at)
                .identifiedWithContentBy(PLATFORM, "refund", shop, number, refund.getVersion());
    }

    /**
     * What makes one reading of a ticket newer than another: the version column; else the file that was fed later, and in
     * a file the later row. Rows that came in no file have the time of sale.
     */
    private static long version(Delivery delivery, Ticket ticket, Instant soldAt) {
        List<Object> said = ticket.values(ticket.map().version);
        if (!said.isEmpty()) {
            return said.stream().mapToLong(version -> (Long) version).max().orElseThrow();
        }
        OptionalLong file = delivery.fileOrder();
        if (file.isEmpty()) {
            return soldAt.getEpochSecond();
        }
        long row = ticket.lines().isEmpty() ? 0 : Math.min(ticket.lines().get(0), ROWS_TOLD_APART - 1);
        return Math.addExact(Math.multiplyExact(file.getAsLong(), ROWS_TOLD_APART), row);
    }

    /** Without a customer, the order that is taken back stands for them; if that is unknown too, the ticket itself. */
    private static Who whoReturns(Who.Guarded account, String shop, RefundChanged refund) {
        if (refund.getOrderId() != null) {
            return account.orOrder(PLATFORM, shop, refund.getOrderId());
        }
        Identifier ticket = Who.order(PLATFORM, shop, refund.getRefundId(), Who.SELF);
        return account.orElse(ticket);
    }

    private static <T extends SpecificRecord> Draft<T> draft(
            Delivery delivery, String kind, ColumnMap map, T record, String shop) {
        return Draft.of(delivery, kind, new Reading<>(record, Map.of(), List.of(), map.mappingVersion))
                .at(PLATFORM, shop);
    }

    private static List<OrderLine> lines(Ticket ticket, String number) {
        ColumnMap map = ticket.map();
        List<OrderLine> lines = new ArrayList<>();
        for (int row = 0; row < ticket.rows().size(); row++) {
            String product = ticket.string(map.product, row);
            OrderLine line = new OrderLine();
            line.setLineId(number + "-" + (product == null ? "" : product + "-") + (row + 1));
            line.setProductId(product);
            line.setSkuId(ticket.string(map.sku, row));
            line.setTitle(ticket.string(map.title, row));
            line.setCategory(ticket.string(map.category, row));
            line.setQuantity(ticket.pieces(row));
            line.setPaidFen(ticket.fen(row));
            lines.add(line);
        }
        return lines;
    }

    private Who.Guarded account(Delivery delivery, Ticket ticket, String shop) {
        List<FoundId> found = new ArrayList<>();
        String member = ticket.same(ticket.map().member, "member");
        if (member != null) {
            found.add(new FoundId("pos_member", "pos:{shop}", Who.SELF, true, member));
        }
        String phone = ticket.same(ticket.map().phone, "phone");
        if (phone != null) {
            found.add(new FoundId("phone", "{tenant}", "buyer-phone", false, phone));
        }
        return Who.Guarded.of(delivery, shop, found, phones, ticket.map().nobody);
    }
}
