package io.quanyu.serve.ask.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyu.events.Identifier;
import io.quanyu.events.IdentityRuled;
import io.quanyu.events.IdentityRuling;
import io.quanyu.ingest.PhoneGuard;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What an operator decides, as events. */
class OperatorTest {

    private static final Instant TEN = Instant.parse("2026-09-01T02:00:00Z");
    private static final PhoneGuard PHONES = PhoneGuard.withKeys(tenant -> tenant.getBytes(StandardCharsets.UTF_8));
    private static final Operator ZHANG = new Operator("tea", "zhang", "phone of the store", TEN, PHONES);
    private static final IdentifierText PHONE = IdentifierText.of(" 138 0000 0000");
    private static final IdentifierText LI = IdentifierText.of("yz_open_id|youzan:1|li");

    @Test
    void aBlockSaysWhoWhyAndWhat() {
        IdentityRuled block = ZHANG.block(LI);

        assertThat(block.getRuling()).isEqualTo(IdentityRuling.BLOCK);
        assertThat(block.getIdentifier()).isEqualTo(new Identifier("yz_open_id", "youzan:1", "li", "self", null));
        assertThat(block.getSubject()).isEqualTo(new Identifier("operator", "tea", "zhang", "self", null));
        assertThat(block.getOperator()).isEqualTo("zhang");
        assertThat(block.getReason()).isEqualTo("phone of the store");
        assertThat(block.getReceivedAt()).isEqualTo(TEN);
        assertThat(block.getIdentifiers()).as("a ruling is no evidence").isEmpty();
    }

    @Test
    void aNumberIsHashedAsIngestionHashesIt() {
        IdentityRuled unblock = ZHANG.unblock(PHONE);

        String hash = PHONES.identify("tea", "13800000000").orElseThrow().hash();
        assertThat(unblock.getIdentifier()).isEqualTo(new Identifier("phone", "tea", hash, "self", "138****0000"));
        assertThat(unblock.toString()).doesNotContain("13800000000");
    }

    @Test
    void aRetractionNamesBothEndsAndTheRule() {
        IdentityRuled retract = ZHANG.retract(PHONE, LI, "buyer-phone");

        assertThat(retract.getLeftIdentifier().getType()).isEqualTo("phone");
        assertThat(retract.getRightIdentifier().getValue()).isEqualTo("li");
        assertThat(retract.getRule()).isEqualTo("buyer-phone");
        assertThat(retract.getIdentifier()).isNull();
    }

    @Test
    void oneDecisionHasOneIdAndAnotherHasAnother() {
        var later = new Operator("tea", "zhang", "phone of the store", TEN.plusMillis(1), PHONES);
        var elsewhere = new Operator("milk", "zhang", "phone of the store", TEN, PHONES);

        assertThat(ZHANG.block(LI).getEventId()).isEqualTo(ZHANG.block(LI).getEventId());
        assertThat(ZHANG.retract(LI, PHONE, "buyer-phone").getEventId())
                .as("the ends come in any order")
                .isEqualTo(ZHANG.retract(PHONE, LI, "buyer-phone").getEventId());
        assertThat(ZHANG.block(LI).getEventId())
                .isNotEqualTo(ZHANG.unblock(LI).getEventId())
                .isNotEqualTo(ZHANG.block(PHONE).getEventId())
                .isNotEqualTo(later.block(LI).getEventId())
                .isNotEqualTo(elsewhere.block(LI).getEventId());
    }

    @Test
    void aSightingCannotBeRetracted() {
        assertThatThrownBy(() -> ZHANG.retract(LI, LI, "self")).hasMessageContaining("same identifier");
        assertThatThrownBy(() -> ZHANG.join(LI, LI)).hasMessageContaining("same identifier");
    }

    @Test
    void joinsAccountsInWhicheverOrder() {
        IdentifierText wang = IdentifierText.of("yz_open_id|youzan:1|wang");
        IdentityRuled join = ZHANG.join(LI, wang);

        assertThat(join.getRuling()).isEqualTo(IdentityRuling.JOIN);
        assertThat(join.getRule()).isEqualTo("operator-join");
        assertThat(ZHANG.join(wang, LI).getEventId()).isEqualTo(join.getEventId());
        assertThatThrownBy(() -> ZHANG.join(PHONE, LI)).hasMessageContaining("A phone is no account");
    }
}
