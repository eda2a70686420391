package io.quanyu.ingest.source.pos;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanyu.events.Fulfilment;
import io.quanyu.events.Identifier;
import io.quanyu.events.OrderChanged;
import io.quanyu.events.OrderLine;
import io.quanyu.events.RefundChanged;
import io.quanyu.events.RefundState;
import io.quanyu.events.RefundStatus;
import io.quanyu.ingest.Outcome.Accepted;
import io.quanyu.ingest.PhoneGuard;
import io.quanyu.ingest.door.Delivery;
import io.quanyu.ingest.door.Draft;
import io.quanyu.ingest.door.OrderChecks;
import io.quanyu.ingest.door.OrderChecks.Terms;
import io.quanyu.ingest.door.Refusal;
import io.quanyu.ingest.door.Who;
import io.quanyu.ingest.fields.ColumnReader;
import io.quanyu.ingest.fields.FoundId;
import io.quanyu.ingest.fields.Money;
import io.quanyu.ingest.fields.Reading;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Makes the order, or the refund, of a group of rows. An amount is quantity times price, exactly. */
final class PosTickets {

    static final String PLATFORM = "pos";

    private final PhoneGuard phones;

    PosTickets(PhoneGuard phones) {
        this.phones = phones;
    }

    Accepted read(Delivery delivery, ColumnMap map, List<JsonNode> rows) {
        return map.refundRule.matches(rows.get(0)) ? refund(delivery, map, rows) : order(delivery, map, rows);
    }

    private Accepted order(Delivery delivery, ColumnMap map, List<JsonNode> rows) {
        String number = single(map.number, rows, "number");
        Instant soldAt = earliest(map, rows);
        OrderChanged order = emptyOrder();
        order.setOrderId(number);
        order.setVersion(soldAt.getEpochSecond());
        order.setComplete(true);
        order.setFulfilment(Fulfilment.COMPLETED);
        order.setRefundState(RefundState.NONE);
        order.setOrderedAt(soldAt);
        order.setPaidAt(soldAt);
        order.setCurrency(map.currency);
        order.setRegion(first(map.region, rows));
        order.setStore(first(map.store, rows));
        order.setLines(lines(map, number, rows));
        order.setPaidFen(
                order.getLines().stream().mapToLong(OrderLine::getPaidFen).sum());
        OrderChecks.check(order, Terms.USUAL);
        String shop = delivery.shop(null);
        return draft(delivery, "order", map, order, shop)
                .about(account(delivery, map, rows, shop).orOrder(PLATFORM, shop, number))
                .happenedAt(soldAt)
                .identifiedWithContentBy(PLATFORM, "order", shop, number, order.getVersion());
    }

    private Accepted refund(Delivery delivery, ColumnMap map, List<JsonNode> rows) {
        String number = single(map.number, rows, "number");
        Instant at = earliest(map, rows);
        RefundChanged refund = new RefundChanged();
        refund.setRefundId(number);
        refund.setOrderId(map.originalOrder == null ? null : first(map.originalOrder, rows));
        refund.setVersion(at.getEpochSecond());
        refund.setStatus(RefundStatus.SUCCEEDED);
        refund.setRefundFen(
                Math.abs(rows.stream().mapToLong(row -> amount(map, row)).sum()));
        refund.setSucceededAt(at);
        refund.setCurrency(map.currency);
        refund.setRegion(first(map.region, rows));
        refund.setLineIds(List.of());
        String shop = delivery.shop(null);
        return draft(delivery, "refund", map, refund, shop)
                .about(whoReturns(account(delivery, map, rows, shop), shop, refund))
                .happenedAt(at)
                .identifiedWithContentBy(PLATFORM, "refund", shop, number, refund.getVersion());
    }

    /** Without a customer, the order that is taken back stands for them; if that is unknown too, the ticket itself. */
    private static Who whoReturns(Who.Guarded account, String shop, RefundChanged refund) {
        if (refund.getOrderId() != null) {
            return account.orOrder(PLATFORM, shop, refund.getOrderId());
        }
        Identifier ticket = Who.order(PLATFORM, shop, refund.getRefundId(), Who.SELF);
        return account.orElse(ticket);
    }

    private static OrderChanged emptyOrder() {
        OrderChanged order = new OrderChanged();
        order.setHold(false);
        return order;
    }

    private static <T extends SpecificRecord> Draft<T> draft(
            Delivery delivery, String kind, ColumnMap map, T record, String shop) {
        return Draft.of(delivery, kind, new Reading<>(record, Map.of(), List.of(), map.mappingVersion))
                .at(PLATFORM, shop);
    }

    private static List<OrderLine> lines(ColumnMap map, String number, List<JsonNode> rows) {
        List<OrderLine> lines = new ArrayList<>();
        for (JsonNode row : rows) {
            String product = map.product == null ? null : map.product.string(row);
            OrderLine line = new OrderLine();
            line.setLineId(number + "-" + (product == null ? "" : product + "-") + (lines.size() + 1));
            line.setProductId(product);
            line.setSkuId(map.sku == null ? null : map.sku.string(row));
            line.setTitle(map.title == null ? null : map.title.string(row));
            line.setCategory(map.category == null ? null : map.category.string(row));
            line.setQuantity((Long) map.quantity.needed(row));
            line.setPaidFen(amount(map, row));
            lines.add(line);
        }
        return lines;
    }

    private static long amount(ColumnMap map, JsonNode row) {
        if (map.paid != null) {
            return Money.FEN.fen((BigDecimal) map.paid.needed(row));
        }
        BigDecimal price = (BigDecimal) Objects.requireNonNull(map.price).needed(row);
        return Money.FEN.fen(price.multiply(BigDecimal.valueOf((Long) map.quantity.needed(row))));
    }

    private Who.Guarded account(Delivery delivery, ColumnMap map, List<JsonNode> rows, String shop) {
        List<FoundId> found = new ArrayList<>();
        String member = map.member == null ? null : same(map.member, rows, "member");
        if (member != null) {
            found.add(new FoundId("pos_member", "pos:{shop}", Who.SELF, true, member));
        }
        String phone = map.phone == null ? null : same(map.phone, rows, "phone");
        if (phone != null) {
            found.add(new FoundId("phone", "{tenant}", "buyer-phone", false, phone));
        }
        return Who.Guarded.of(delivery, shop, found, phones);
    }

    /** Tills write the minute of each row; the ticket counts from its first. */
    private static Instant earliest(ColumnMap map, List<JsonNode> rows) {
        return rows.stream()
                .map(map.time::instant)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static String single(ColumnReader column, List<JsonNode> rows, String role) {
        String value = same(column, rows, role);
        return value == null ? (String) column.needed(rows.get(0)) : value;
    }

    /** The value that the rows agree on; empty cells agree with any. */
    private static @Nullable String same(ColumnReader column, List<JsonNode> rows, String role) {
        List<String> values = rows.stream()
                .map(column::string)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (values.size() > 1) {
            throw Refusal.contradictory("The rows of one order have " + values.size() + " different values of " + role);
        }
        return values.isEmpty() ? null : values.get(0);
    }

    private static @Nullable String first(@Nullable ColumnReader column, List<JsonNode> rows) {
        return column == null
                ? null
                : rows.stream()
                        .map(column::string)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }
}
