package io.quanyu.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values on Kafka are single-object encoded: a mark, the fingerprint of the writer's schema, the fields. */
class EncodingTest {

    private static final Instant TEN = Instant.parse("2026-09-01T02:00:00Z");
    private static final Identifier BUYER = new Identifier("yz_open_id", "youzan:1", "buyer", "self", null);

    @Test
    void anOrderComesBackWhole() throws IOException {
        OrderChanged order = OrderChanged.newBuilder()
                .setEventId("youzan:order:1:E1:1")
                .setOccurredAt(TEN)
                .setReceivedAt(TEN.plusMillis(7))
                .setTenant("acme")
                .setPlatform("youzan")
                .setShop("1")
                .setSubject(BUYER)
                .setIdentifiers(List.of(BUYER))
                .setMappingVersion("youzan-order/1")
                .setSource(new Source("raw.youzan", 1, 42L))
                .setOrderId("E1")
                .setVersion(1)
                .setFulfilment(Fulfilment.PAID)
                .setPaidAt(TEN)
                .setPaidFen(18800L)
                .setLines(List.of(new OrderLine("1", null, "SKU", "T恤", null, 2L, 18800L, false)))
                .build();

        ByteBuffer bytes = OrderChanged.getEncoder().encode(order);

        assertThat(bytes.get(0)).isEqualTo((byte) 0xC3);
        assertThat(bytes.get(1)).isEqualTo((byte) 0x01);
        assertThat(OrderChanged.getDecoder().decode(bytes)).isEqualTo(order);
        assertThat(order.getRefundState()).isEqualTo(RefundState.NONE);
    }

    @Test
    void aDayStaysADay() throws IOException {
        SpendReported spend = SpendReported.newBuilder()
                .setEventId("s")
                .setOccurredAt(TEN)
                .setReceivedAt(TEN)
                .setTenant("acme")
                .setPlatform("oceanengine")
                .setShop("1")
                .setSubject(BUYER)
                .setMappingVersion("oceanengine/1")
                .setProject("p")
                .setChannel("抖音直播间")
                .setDay(LocalDate.of(2026, 9, 1))
                .setVersion(1)
                .setCostFen(123456)
                .build();

        assertThat(SpendReported.getDecoder().decode(SpendReported.getEncoder().encode(spend)))
                .isEqualTo(spend);
    }

    @Test
    void aRulingComesBackWhole() throws IOException {
        Identifier operator = new Identifier("operator", "acme", "zhang", "self", null);
        IdentityRuled ruled = IdentityRuled.newBuilder()
                .setEventId("r")
                .setOccurredAt(TEN)
                .setReceivedAt(TEN)
                .setTenant("acme")
                .setPlatform("quanyu")
                .setShop("")
                .setSubject(operator)
                .setMappingVersion("quanyu-identity/1")
                .setRuling(IdentityRuling.RETRACT)
                .setLeftIdentifier(BUYER)
                .setRightIdentifier(new Identifier("phone", "acme", "9f86d081", "self", "138****0000"))
                .setRule("buyer-phone")
                .setReason("代付")
                .setOperator("zhang")
                .build();

        assertThat(IdentityRuled.getDecoder().decode(IdentityRuled.getEncoder().encode(ruled)))
                .isEqualTo(ruled);
        assertThat(ruled.getIdentifiers()).isEmpty();
        assertThat(ruled.getIdentifier()).isNull();
    }

    @Test
    void aDeadLetterComesBackWhole() throws IOException {
        DeadLetter letter =
                new DeadLetter("acme", "youzan", "1", TEN, new Source("raw.youzan", 0, 1L), -1, "MALFORMED", "x", "{");

        assertThat(DeadLetter.getDecoder().decode(DeadLetter.getEncoder().encode(letter)))
                .isEqualTo(letter);
    }
}
