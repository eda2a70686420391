package io.quanyu.ingest.source.youzan;

import static io.quanyu.ingest.door.Payloads.event;
import static io.quanyu.ingest.door.Payloads.refusal;
import static io.quanyu.ingest.door.Payloads.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quanyu.events.Fulfilment;
import io.quanyu.events.Identifier;
import io.quanyu.events.OrderChanged;
import io.quanyu.events.RefundChanged;
import io.quanyu.events.RefundState;
import io.quanyu.events.RefundStatus;
import io.quanyu.ingest.Outcome;
import io.quanyu.ingest.Reason;
import io.quanyu.ingest.door.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YouzanTest {

    private static final String DETAIL = text("youzan-02.json");
    private static final Instant PAID = Instant.parse("2026-09-01T02:01:12Z");

    @ParameterizedTest
    @CsvSource({
        "WAIT_BUYER_PAY, CREATED, false",
        "WAIT_CONFIRM, PAID, true",
        "WAIT_SELLER_SEND_GOODS, PAID, false",
        "WAIT_BUYER_CONFIRM_GOODS, SHIPPED, false",
        "TRADE_SUCCESS, COMPLETED, false",
        "TRADE_CLOSED, CLOSED, false",
        "SOMETHING_NEW, UNKNOWN, false"
    })
    void aStatusBecomesFulfilmentAndHold(String status, Fulfilment fulfilment, boolean hold) {
        String paidLess = fulfilment == Fulfilment.CREATED ? with("pay_time", "\"\"") : DETAIL;
        OrderChanged order = order(paidLess.replace("WAIT_SELLER_SEND_GOODS", status));

        assertThat(order.getFulfilment()).isEqualTo(fulfilment);
        assertThat(order.getHold()).isEqualTo(hold);
    }

    @ParameterizedTest
    @CsvSource({"0, NONE", "1, REFUNDING", "2, PARTIALLY_REFUNDED", "11, REFUNDING", "12, REFUNDED", "77, UNKNOWN"})
    void aRefundStateIsAnotherDimension(int code, RefundState state) {
        assertThat(order(with("refund_state", String.valueOf(code))).getRefundState())
                .isEqualTo(state);
    }

    @Test
    void anOrderClosedByARefundIsRefundedAndClosedAtItsChange() {
        OrderChanged order = order(with("close_type", "2").replace("WAIT_SELLER_SEND_GOODS", "TRADE_CLOSED"));

        assertThat(order.getRefundState()).isEqualTo(RefundState.REFUNDED);
        assertThat(order.getClosedAt()).isEqualTo(PAID);
        assertThat(order.getPaidAt()).isEqualTo(PAID);
    }

    @Test
    void aPushWithTheWholeOrderSaysWhatTheDetailSays() {
        OrderChanged pushed = event(OrderChanged.class, "youzan", push("trade_TradePaid", data(DETAIL)));
        OrderChanged pulled = order(DETAIL);

        assertThat(pushed.getEventId()).isNotEqualTo(pulled.getEventId());
        assertThat(pushed.getVersion()).isEqualTo(pulled.getVersion());
        pushed.setEventId(pulled.getEventId());
        assertThat(pushed).isEqualTo(pulled);
    }

    @Test
    void msgMayBeAnObjectOrPlainJsonText() {
        String thin = "{\"tid\":\"E1\",\"update_time\":\"2026-09-01 10:01:12\",\"payment\":188.1}";
        String asText = envelope("trade_TradePaid", "E1", "\"" + thin.replace("\"", "\\\"") + "\"");

        assertThat(event(OrderChanged.class, "youzan", envelope("trade_TradePaid", "E1", thin)))
                .isEqualTo(event(OrderChanged.class, "youzan", asText))
                .returns(18810L, OrderChanged::getPaidFen);
    }

    @Test
    void aSmallVersionGivesWayToTheUpdateTime() {
        String thin = "{\"tid\":\"E1\",\"update_time\":\"2026-09-01 10:01:12\"}";
        String counted = envelope("trade_TradePaid", "E1", thin).replace("1788228072", "3");

        assertThat(event(OrderChanged.class, "youzan", counted).getVersion()).isEqualTo(PAID.getEpochSecond());
    }

    @Test
    void aClearBuyerPhoneBecomesAHashAndAReceiverPhoneStaysApart() {
        String clear = DETAIL.replace("$EncFakeCipherPhone0001==$10000001$", "13912345678")
                .replace("138****0000", "13800000000");

        assertThat(order(clear).getIdentifiers())
                .filteredOn(id -> id.getType().equals("phone"))
                .extracting(Identifier::getLink, Identifier::getMasked, Identifier::getScope, id -> id.getValue()
                        .length())
                .containsExactly(
                        tuple("buyer-phone", "139****5678", "acme", 64),
                        tuple("receiver-phone", "138****0000", "acme", 64));
    }

    @Test
    void anOrderWithoutAccountIsItsOwnSubject() {
        OrderChanged order = order(DETAIL.replace("FakeYzOpenId0001", ""));

        assertThat(order.getSubject().getType()).isEqualTo("order");
        assertThat(order.getIdentifiers())
                .extracting(Identifier::getType, Identifier::getLink)
                .containsExactly(tuple("order", "self"), tuple("payment", "payer"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "trade_refund_BuyerCreated; WAIT_SELLER_AGREE; REFUNDING",
                "trade_refund_RefundSellerAgree; SELLER_REFUSE_BUYER; REFUNDING",
                "trade_refund_RefundSuccess; SUCCESS; SUCCEEDED",
                "trade_refund_RefundClosed; CLOSED; CLOSED",
                "youzan_trade_RefundCreated; NEVER_SEEN; REFUNDING",
                "youzan_trade_RefundAgreed; NEVER_SEEN; UNKNOWN"
            })
    void bothFamiliesOfRefundPushesAreRead(String type, String status, RefundStatus expected) {
        RefundChanged refund = event(RefundChanged.class, "youzan", refund(type, status, "58.80"));

        assertThat(refund)
                .returns(expected, RefundChanged::getStatus)
                .returns(5880L, RefundChanged::getRefundFen)
                .returns("E1", RefundChanged::getOrderId)
                .returns(List.of("15", "16"), RefundChanged::getLineIds)
                .returns(expected == RefundStatus.SUCCEEDED ? PAID : null, RefundChanged::getSucceededAt);
    }

    @Test
    void theAnswerOfTheRefundCallIsRead() {
        String answer = "{\"code\":200,\"data\":{\"refund_id\":\"R1\",\"tid\":\"E1\",\"refund_fee\":\"1.00\","
                + "\"status\":\"SUCCESS\",\"version\":7,\"modified\":\"2026-09-01 10:01:12\",\"return_goods\":true}}";

        assertThat(event(RefundChanged.class, "youzan", answer))
                .returns(RefundStatus.SUCCEEDED, RefundChanged::getStatus)
                .returns(PAID.getEpochSecond(), RefundChanged::getVersion)
                .returns(true, RefundChanged::getWithGoods);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"payment\": \"188.00\", \"is; \"payment\": \"100.00\", \"is; CONTRADICTORY; Lines add up",
                "\"pay_time\": \"2026-09-01 10:01:12\"; \"pay_time\": \"2026-09-01 09:59:00\"; CONTRADICTORY; before ordered_at",
                "\"pay_time\": \"2026-09-01 10:01:12\"; \"pay_time\": \"\"; CONTRADICTORY; no payment time",
                "WAIT_SELLER_SEND_GOODS; WAIT_BUYER_PAY; CONTRADICTORY; waits for payment",
                "\"94.00\"; \"9.40\"; CONTRADICTORY; discount_price",
                "\"payment\": \"188.00\"; \"payment\": \"188.005\"; BAD_VALUE; whole fen",
                "\"payment\": \"188.00\"; \"payment\": \"一百\"; BAD_VALUE; must be an amount",
                "\"payment\": \"188.00\"; \"payment\": -1; BAD_VALUE; must not be negative",
                "\"created\": \"2026-09-01 10:00:01\"; \"created\": \"2026-02-30 10:00:01\"; BAD_VALUE; ordered_at",
                "\"tid\": \"E20260901100001000000001\"; \"tid\": \"\"; MISSING_FIELD; order_id"
            })
    void whatCannotBeIsRefusedWithItsReason(String before, String after, Reason reason, String detail) {
        String broken = DETAIL.replace(before, after);

        assertThat(broken).isNotEqualTo(DETAIL);
        assertThat(refusal("youzan", broken))
                .returns(reason, Outcome.Refused::reason)
                .extracting(Outcome.Refused::detail)
                .asString()
                .contains(detail);
    }

    @Test
    void aFullRefundOfAnUnpaidOrderIsContradictory() {
        String unpaid = with("refund_state", "12")
                .replace("WAIT_SELLER_SEND_GOODS", "TRADE_CLOSED")
                .replace("\"pay_time\": \"2026-09-01 10:01:12\"", "\"pay_time\": \"\"");

        assertThat(refusal("youzan", unpaid).reason()).isEqualTo(Reason.CONTRADICTORY);
    }

    @ParameterizedTest
    @CsvSource({
        "trade_refund_BuyerCreated, REFUND_ONLY, REFUNDING",
        "trade_refund_SellerAgree, REFUND_ONLY, SUCCEEDED",
        "trade_refund_RefundSellerAgree, REFUND_ONLY, SUCCEEDED",
        "trade_refund_SysRefund, REFUND_ONLY, SUCCEEDED",
        "trade_refund_SellerAgree, REFUND_AND_RETURN, REFUNDING",
        "trade_refund_RefundSellerAgree, REFUND_AND_RETURN, REFUNDING",
        "trade_refund_SysRefund, REFUND_AND_RETURN, SUCCEEDED",
        "trade_refund_RefundSuccess, REFUND_AND_RETURN, SUCCEEDED",
        "trade_refund_RefundClosed, REFUND_ONLY, CLOSED"
    })
    void aCaseOfTheOldPushesEndsWithItsLastOne(String type, String refundType, RefundStatus status) {
        String msg = "{\"update_time\":\"2026-09-02 10:00:05\",\"refund_type\":\"" + refundType
                + "\",\"refunded_fee\":\"12.00\",\"refund_id\":\"R1\",\"version\":1788314400128,\"oids\":\"1\",\"tid\":\"E1\"}";
        Instant at = Instant.parse("2026-09-02T02:00:05Z");

        assertThat(event(RefundChanged.class, "youzan", push(type, msg).replace("E20260901100001000000001", "E1")))
                .returns(status, RefundChanged::getStatus)
                .returns(1200L, RefundChanged::getRefundFen)
                .returns(status == RefundStatus.SUCCEEDED ? at : null, RefundChanged::getSucceededAt);
    }

    @Test
    void aRefundAboveWhatWasPaidIsContradictory() {
        String above = refund("trade_refund_RefundSuccess", "SUCCESS", "58.81")
                .replace("refund_fee", "payment\":\"58.80\",\"refund_fee");

        assertThat(refusal("youzan", above).reason()).isEqualTo(Reason.CONTRADICTORY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"code\":5000,\"message\":\"token 过期\"}; NOTHING_TO_MAP",
                "{\"code\":200,\"data\":{}}; UNKNOWN_KIND",
                "[]; UNKNOWN_KIND",
                "{\"type\":\"item_ItemUpdate\",\"msg\":\"%7B%7D\"}; UNKNOWN_KIND",
                "{\"type\":\"trade_TradePaid\",\"msg\":\"%7\"}; MALFORMED",
                "{\"type\":\"trade_TradePaid\",\"msg\":\"%7B\"}; MALFORMED",
                "{\"type\":\"trade_TradePaid\",\"test\":true,\"msg\":\"%7B%7D\"}; NOTHING_TO_MAP",
                "{\"type\":\"trade_TradePaid\",\"msg\":\"%7B%7D\"}; MISSING_FIELD",
                "{; MALFORMED",
                "''; MALFORMED"
            })
    void otherPayloadsAreRefusedAsWhatTheyAre(String body, Reason reason) {
        assertThat(refusal("youzan", body).reason()).isEqualTo(reason);
    }

    private static OrderChanged order(String detail) {
        return event(OrderChanged.class, "youzan", detail);
    }

    private static String with(String field, String value) {
        return DETAIL.replaceFirst("\"" + field + "\": (\"[^\"]*\"|\\d+)", "\"" + field + "\": " + value);
    }

    private static String data(String detail) {
        return Json.parse(detail.getBytes(StandardCharsets.UTF_8)).get("data").toString();
    }

    private static String push(String type, String msg) {
        return envelope(type, "E20260901100001000000001", "\"" + URLEncoder.encode(msg, StandardCharsets.UTF_8) + "\"")
                .replace("\"status\":\"TRADE_PAID\",", "");
    }

    private static String envelope(String type, String id, String msg) {
        return "{\"kdt_id\":10000001,\"id\":\"" + id + "\",\"type\":\"" + type
                + "\",\"status\":\"TRADE_PAID\",\"version\":1788228072,\"msg\":" + msg + "}";
    }

    private static String refund(String type, String status, String yuan) {
        String msg = "{\"refund_id\":\"R1\",\"tid\":\"E1\",\"oids\":\"15,16\",\"refund_fee\":\"" + yuan
                + "\",\"status\":\"" + status + "\",\"update_time\":\"2026-09-01 10:01:12\"}";
        return envelope(type, "E1", msg).replace("TRADE_PAID", status);
    }
}
