package io.quanyu.ingest.source.douyin;

import static io.quanyu.ingest.door.Payloads.event;
import static io.quanyu.ingest.door.Payloads.outcomes;
import static io.quanyu.ingest.door.Payloads.refusal;
import static io.quanyu.ingest.door.Payloads.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.events.Fulfilment;
import io.quanyu.events.Identifier;
import io.quanyu.events.OrderChanged;
import io.quanyu.events.RefundChanged;
import io.quanyu.events.RefundState;
import io.quanyu.events.RefundStatus;
import io.quanyu.ingest.Outcome;
import io.quanyu.ingest.Reason;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DouyinTest {

    private static final String DETAIL = text("douyin-02.json");

    @ParameterizedTest
    @CsvSource({"2, PAID", "105, PAID", "101, SHIPPED", "3, SHIPPED", "5, COMPLETED", "4, CLOSED", "999, UNKNOWN"})
    void anOrderStatusBecomesFulfilment(int code, Fulfilment fulfilment) {
        assertThat(order("\"order_status\": 2", "\"order_status\": " + code).getFulfilment())
                .isEqualTo(fulfilment);
    }

    @ParameterizedTest
    @CsvSource({"21", "22", "39"})
    void aMainStatusSaysThatTheMoneyWentBack(int mainStatus) {
        assertThat(order("\"main_status\": 2", "\"main_status\": " + mainStatus).getRefundState())
                .isEqualTo(RefundState.REFUNDED);
    }

    @ParameterizedTest
    @CsvSource({"0, NONE", "6, REFUNDING", "11, REFUNDING", "12, PARTIALLY_REFUNDED", "27, NONE"})
    void theCasesOfTheLinesSayWhetherARefundIsOpen(int code, RefundState state) {
        assertThat(order("\"after_sale_status\": 0", "\"after_sale_status\": " + code)
                        .getRefundState())
                .isEqualTo(state);
    }

    @Test
    void aDepositIsNotPaid() {
        OrderChanged order = order("\"order_status\": 2", "\"order_status\": 103");

        assertThat(order)
                .returns(Fulfilment.CREATED, OrderChanged::getFulfilment)
                .returns(null, OrderChanged::getPaidAt);
    }

    @Test
    void cashOnDeliveryIsPaidWhenItIsPaid() {
        String body = DETAIL.replace("\"pay_type\": 1", "\"pay_type\": 0")
                .replace("\"pay_time\": 1788228072", "\"pay_time\": 0");

        assertThat(event(OrderChanged.class, "douyin", body))
                .returns(Fulfilment.PAID, OrderChanged::getFulfilment)
                .returns(null, OrderChanged::getPaidAt);
    }

    @Test
    void aLiveRoomAboveTwoToTheFiftyThreeKeepsItsDigits() {
        assertThat(order("\"room_id_str\": \"0\"", "\"room_id_str\": \"7412345678901234567\"")
                        .getLiveRoom())
                .isEqualTo("7412345678901234567");
        assertThat(order("\"room_id\": 0", "\"room_id\": 7412345678901234567").getLiveRoom())
                .isEqualTo("7412345678901234567");
    }

    @Test
    void aVirtualNumberIsNoIdentifier() {
        String clear = "\"post_tel\": \"13912345678\", \"is_virtual_tel\": %s, \"shop_id\"";

        assertThat(order("\"shop_id\"", clear.formatted("false")).getIdentifiers())
                .extracting(Identifier::getLink)
                .contains("receiver-phone");
        assertThat(order("\"shop_id\"", clear.formatted("true")).getIdentifiers())
                .extracting(Identifier::getLink)
                .doesNotContain("receiver-phone");
    }

    @Test
    void aListOfOrdersGivesOneEventEach() {
        String order = DETAIL.substring(DETAIL.indexOf("{\n      \"order_id\""), DETAIL.lastIndexOf("}\n  }\n}") + 1);
        String list = "{\"err_no\":0,\"data\":{\"shop_order_list\":[" + order + "," + order.replace("1788228073", "0")
                + "]}}";

        assertThat(outcomes("douyin", list))
                .hasSize(2)
                .last()
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
                    assertThat(refused.item()).isEqualTo(1);
                    assertThat(refused.reason()).isEqualTo(Reason.MISSING_FIELD);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "200, REFUNDING",
        "208, REFUNDING",
        "203, REFUNDING",
        "204, REFUSED",
        "205, REFUSED",
        "206, SUCCEEDED",
        "207, CLOSED"
    })
    void aRefundMessageIsReadWithBothKindsOfTime(int tag, RefundStatus status) {
        RefundChanged refund = event(RefundChanged.class, "douyin", refund(tag, "\\\"2026-09-01T10:30:00+08:00\\\""));

        assertThat(refund)
                .returns(status, RefundChanged::getStatus)
                .returns("7100000000000000009", RefundChanged::getRefundId)
                .returns("6900000000000000001", RefundChanged::getOrderId)
                .returns(5000L, RefundChanged::getRefundFen)
                .returns(Instant.parse("2026-09-01T02:30:00Z"), RefundChanged::getOccurredAt);
        assertThat(refund.getSubject().getType()).isEqualTo("order");
        assertThat(event(RefundChanged.class, "douyin", refund(tag, "1788229800"))
                        .getVersion())
                .isEqualTo(refund.getVersion());
    }

    @Test
    void aCaseOfAnotherTagIsReadIfItSaysStatusAndMoney() {
        assertThat(event(
                        RefundChanged.class,
                        "douyin",
                        push(225, "\"aftersale_status\":12,\"refund_amount\":13200,\"success_time\":1788228072")))
                .returns(RefundStatus.SUCCEEDED, RefundChanged::getStatus)
                .returns(13200L, RefundChanged::getRefundFen)
                .returns(Instant.ofEpochSecond(1788228072), RefundChanged::getSucceededAt)
                .returns(Instant.ofEpochSecond(1788228072), RefundChanged::getOccurredAt);
    }

    @ParameterizedTest
    @CsvSource({
        "201, agree_time, REFUNDING",
        "202, agree_time, REFUNDING",
        "203, return_time, REFUNDING",
        "204, refuse_time, REFUSED",
        "205, refuse_time, REFUSED",
        "206, success_time, SUCCEEDED",
        "207, close_time, CLOSED",
        "208, modify_time, REFUNDING"
    })
    void aCaseWithoutUpdateTimeChangedAtTheTimeOfItsStep(int tag, String field, RefundStatus status) {
        String steps = "\"refund_amount\":5000,\"apply_time\":1788228000,\"" + field + "\":1788228072";

        assertThat(event(RefundChanged.class, "douyin", push(tag, steps)))
                .returns(status, RefundChanged::getStatus)
                .returns(Instant.ofEpochSecond(1788228072), RefundChanged::getOccurredAt)
                .returns(1788228072L, RefundChanged::getVersion);
    }

    @Test
    void goodsAgainstGoodsIsNoMoney() {
        String exchange =
                "\"aftersale_status\":12,\"aftersale_type\":3,\"refund_amount\":5000,\"success_time\":1788228072";

        assertThat(event(RefundChanged.class, "douyin", push(212, exchange)).getRefundFen())
                .isZero();
    }

    @Test
    void aChangedAmountSaysNothingOfWhatIsPaid() {
        String changed = "[{\"tag\":\"109\",\"data\":\"{\\\"p_id\\\":6900000000000000001,\\\"order_status\\\":1,"
                + "\\\"modify_time\\\":1788228072,\\\"total_amount\\\":53800,\\\"post_amount\\\":0}\"}]";

        assertThat(refusal("douyin", changed))
                .returns(Reason.NOTHING_TO_MAP, Outcome.Refused::reason)
                .satisfies(
                        refused -> assertThat(refused.detail()).contains("109").doesNotContain("time"));
    }

    @Test
    void anAfterSaleAnswerCountsWhatReallyWentBack() {
        String answer = "{\"code\":10000,\"data\":{\"order_info\":{\"shop_order_id\":6900000000000000001},"
                + "\"process_info\":{\"after_sale_info\":{\"after_sale_id\":7100000000000000009,\"after_sale_status\":12,"
                + "\"refund_status\":3,\"refund_total_amount\":5000,\"real_refund_amount\":4800,\"apply_time\":1788228100,"
                + "\"update_time\":1788229800}}}}";

        assertThat(event(RefundChanged.class, "douyin", answer))
                .returns(RefundStatus.SUCCEEDED, RefundChanged::getStatus)
                .returns(4800L, RefundChanged::getRefundFen)
                .returns(Instant.ofEpochSecond(1788229800), RefundChanged::getSucceededAt);
        assertThat(refusal("douyin", answer.replace("\"refund_status\":3", "\"refund_status\":4"))
                        .reason())
                .isEqualTo(Reason.CONTRADICTORY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[]; NOTHING_TO_MAP",
                "[{\"tag\":\"999\",\"data\":\"{}\"}]; UNKNOWN_KIND",
                "[{\"tag\":\"211\",\"data\":\"{}\"}]; NOTHING_TO_MAP",
                "[{\"tag\":\"104\",\"data\":\"{\\\"p_id\\\":1,\\\"update_time\\\":1788228072}\"}]; NOTHING_TO_MAP",
                "[{\"tag\":\"101\",\"data\":\"{\\\"p_id\\\":1}\"}]; MISSING_FIELD",
                "[{\"tag\":\"101\",\"data\":\"{\\\"p_id\\\":1.5,\\\"pay_time\\\":1788228072}\"}]; BAD_VALUE",
                "[{\"tag\":\"101\",\"data\":\"{\\\"p_id\\\":1,\\\"pay_time\\\":1788228072000}\"}]; BAD_VALUE",
                "[{\"tag\":\"101\",\"data\":\"{\"}]; MALFORMED",
                "[1]; MALFORMED",
                "{\"code\":50002,\"msg\":\"busy\"}; NOTHING_TO_MAP",
                "{\"data\":{}}; UNKNOWN_KIND"
            })
    void otherPayloadsAreRefusedAsWhatTheyAre(String body, Reason reason) {
        assertThat(refusal("douyin", body).reason()).isEqualTo(reason);
    }

    private static OrderChanged order(String before, String after) {
        String body = DETAIL.replace(before, after);
        return event(OrderChanged.class, "douyin", body);
    }

    private static String refund(int tag, String updateTime) {
        return "[{\"tag\":\"" + tag + "\",\"msg_id\":\"1\",\"data\":\"{\\\"p_id\\\":6900000000000000001,"
                + "\\\"aftersale_id\\\":7100000000000000009,\\\"shop_id\\\":10000001,\\\"refund_amount\\\":5000,"
                + "\\\"apply_time\\\":1788228100,\\\"update_time\\\":" + updateTime + "}\"}]";
    }

    private static String push(int tag, String fields) {
        String data =
                "{\"p_id\":6900000000000000001,\"aftersale_id\":7000000000000000001,\"shop_id\":95250," + fields + "}";
        return "[{\"tag\":\"" + tag + "\",\"msg_id\":\"x\",\"data\":\"" + data.replace("\"", "\\\"") + "\"}]";
    }
}
