package io.quanyu.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.events.Identifier;
import io.quanyu.events.OrderChanged;
import io.quanyu.ingest.Outcome;
import io.quanyu.ingest.PhoneGuard;
import io.quanyu.ingest.Reason;
import io.quanyu.ingest.privacy.PayloadGuard;
import io.quanyu.ingest.privacy.TextGuard;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivacyTest {

    /** A hash may hold eleven digits between its letters; a phone stands alone. */
    private static final Pattern CLEAR_PHONE = Pattern.compile("(?<![0-9a-zA-Z])1[3-9]\\d{9}(?![0-9a-zA-Z])");

    private static final PhoneGuard PHONES = PhoneGuard.withKeys(tenant -> tenant.getBytes(StandardCharsets.UTF_8));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "电话13800000000。; 电话138****0000。",
                "+86 138-0000-0000; 138****0000",
                "138 0000 0000; 138****0000",
                "１３８００００００００; 138****0000",
                "1 3 8 0 0 0 0 0 0 0 0; 138****0000",
                "身份证33010619900101123X; 身份证******************",
                "卡 6222 0000 1111 2222; 卡 **** **** **** ****",
                "0571-88888888; 0571-********",
                "zhang.san@example.com; z***@example.com",
                "138 .0000. 0000 或 一三八零零零零零零零零; 138****0000 或 138****0000",
                "车牌沪A12345，粤B·D12345; 车牌沪A*****，粤B·******",
                "身份证 110105 19491231 002X; 身份证 ****** ******** ****",
                "(010) 8888 8888; (010) **** ****",
                "一九四九年，第三店; 一九四九年，第三店",
                "新款T恤 第2026场 买3送1; 新款T恤 第2026场 买3送1",
                "20260901直播; 20260901直播",
                "iPhone 15 128G 共3件; iPhone 15 128G 共3件",
                "138****0000; 138****0000"
            })
    void textLosesWhatIdentifiesAPerson(String text, String masked) {
        assertThat(TextGuard.mask(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"13912345678", " 139 1234 5678", "+8613912345678", "86-139-1234-5678"})
    void aPhoneIsOnePersonInWhateverFormItIsWritten(String text) {
        assertThat(PHONES.identify("acme", text))
                .isEqualTo(PHONES.identify("acme", "13912345678"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "138****0000",
                "$EncFakeCipher==$1$",
                "13912345678-1234",
                "13912345678转12",
                "17012345678",
                "17112345678",
                "16212345678",
                "16512345678",
                "16712345678",
                "11012345678",
                "1391234567",
                "139123456789",
                "",
                "abc"
            })
    void whatIsNoClearPhoneOfAPersonIsNoIdentifier(String text) {
        assertThat(PHONES.identify("acme", text)).isEmpty();
    }

    @Test
    void theHashOfAPhoneDiffersByTenant() {
        assertThat(PHONES.identify("acme", "13912345678").orElseThrow().hash())
                .isNotEqualTo(
                        PHONES.identify("other", "13912345678").orElseThrow().hash())
                .matches("[0-9a-f]{64}");
    }

    @Test
    void noEventShowsAPhoneANameOrAStreet() {
        String detail = Payloads.text("youzan-02.json")
                .replace("$EncFakeCipherPhone0001==$10000001$", "13912345678")
                .replace("138****0000", "13700000001")
                .replace("张*", "张三丰")
                .replace("示例路****", "长安街13600000001号")
                .replace("示例T恤", "T恤 联系13500000001")
                .replace("FakeYzOpenId0001", "13400000001");
        List<Outcome> outcomes = Payloads.outcomes("youzan", detail);

        assertThat(outcomes).hasSize(1).first().isInstanceOf(Outcome.Accepted.class);
        assertNothingPersonal(Payloads.json(outcomes).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"BROKEN\"", "{", "1"})
    void noDeadLetterShowsAPhoneANameOrAStreet(String payment) {
        String detail = Payloads.text("youzan-02.json")
                .replace("\"188.00\"", payment)
                .replace("$EncFakeCipherPhone0001==$10000001$", "13912345678")
                .replace("138****0000", "13700000001")
                .replace("张*", "张三丰")
                .replace("示例路****", "长安街13600000001号")
                .replace("\"buyer_message\": \"\"", "\"buyer_message\": \"给张三丰，电话13500000001\"");
        List<Outcome> outcomes = Payloads.outcomes("youzan", detail);

        assertThat(outcomes).hasSize(1).first().isInstanceOf(Outcome.Refused.class);
        assertNothingPersonal(Payloads.json(outcomes).toString());
    }

    /** So an order number that is a phone still joins with the same order number, in whatever notation. */
    @Test
    void anIdThatIsPersonalLeavesAsMaskAndHashAndStillJoins() {
        String detail = Payloads.text("youzan-02.json");
        OrderChanged plain = order(detail.replace("E20260901100001000000001", "13912345678"));
        OrderChanged written = order(detail.replace("E20260901100001000000001", "+86 139-1234-5678"));

        assertThat(plain.getOrderId()).startsWith("139****5678#").hasSize(28).isEqualTo(written.getOrderId());
        assertThat(plain.getIdentifiers())
                .filteredOn(identifier -> identifier.getType().equals("order"))
                .extracting(Identifier::getValue)
                .containsExactly(plain.getOrderId());
        assertThat(plain.getEventId()).contains(":" + plain.getOrderId() + ":");
    }

    @Test
    void aPersonalIdOfAPersonIsHashedAsAPhoneIs() {
        OrderChanged order = order(Payloads.text("youzan-02.json").replace("FakeYzOpenId0001", "13912345678转8"));

        assertThat(order.getSubject().getValue()).matches("[0-9a-f]{64}");
        assertThat(order.getSubject().getMasked()).startsWith("139****5678");
    }

    @Test
    void anAmountThatIsAPhoneIsRefused() {
        assertThat(Payloads.refusal("youzan", Payloads.text("youzan-02.json").replace("\"188.00\"", "\"13912345678\"")))
                .returns(Reason.BAD_VALUE, Outcome.Refused::reason)
                .satisfies(refused -> assertThat(refused.detail()).doesNotContain("139"));
    }

    private static OrderChanged order(String body) {
        return Payloads.event(OrderChanged.class, "youzan", body);
    }

    @Test
    void aDeadLetterShowsKnownFieldsInTheirFormAlone() {
        String payload =
                "{\"type\":\"x\",\"tid\":\"E1\",\"oid\":\"张三\",\"unheard_of\":\"x\",\"张三\":1,\"pay_time\":\"2026-09-01 10:01:12\"}";
        String xml =
                "<xml><Event><![CDATA[subscribe]]></Event><Name>zhang</Name><CreateTime>1788228072</CreateTime></xml>";

        assertThat(PayloadGuard.guard(payload.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("{\"type\":\"x\",\"tid\":\"E1\",\"oid\":\"***\",\"unheard_of\":\"***\",\"***5\":\"***\","
                        + "\"pay_time\":\"2026-09-01 10:01:12\"}");
        assertThat(PayloadGuard.guard(xml.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("{\"Event\":\"subscribe\",\"CreateTime\":\"1788228072\"}");
    }

    @Test
    void personalFieldsInsideEncodedTextAreBlanked() {
        String push =
                "{\"type\":\"x\",\"msg\":\"%7B%22receiver_name%22%3A%22%E5%BC%A0%E4%B8%89%E4%B8%B0%22%2C%22a%22%3A%2213800000000%22%7D\"}";
        String nested =
                "[{\"tag\":\"999\",\"data\":\"{\\\"post_tel\\\":13800000000,\\\"note\\\":\\\"13800000000\\\"}\"}]";

        assertThat(PayloadGuard.guard(push.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("{\"type\":\"x\",\"msg\":{\"receiver_name\":\"***\",\"a\":\"***\"}}");
        assertThat(PayloadGuard.guard(nested.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("[{\"tag\":\"999\",\"data\":{\"post_tel\":\"***\",\"note\":\"***\"}}]");
    }

    /** The steps of a pattern show in the processor time of its thread only, which other load does not lengthen. */
    @Test
    void aGuardedPayloadIsShortAndAWideOneTakesNoTime() {
        var threads = ManagementFactory.getThreadMXBean();
        String wide = "{\"id\":[" + "\"x\",".repeat(12_000) + "\"x\"]}";
        long before = threads.getCurrentThreadCpuTime();

        assertThat(PayloadGuard.guard(wide.getBytes(StandardCharsets.UTF_8))).hasSize(PayloadGuard.LIMIT);
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before)).isLessThan(Duration.ofSeconds(1));
    }

    private static void assertNothingPersonal(String output) {
        assertThat(output).doesNotContain("张三丰", "长安街").doesNotContainPattern(CLEAR_PHONE);
    }
}
