package io.quanyu.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.domain.identity.Mention.Name;
import java.util.List;
import org.junit.jupiter.api.Test;

class MentionTest {

    private static final Identifier BUYER = new Identifier("yz_open_id", "youzan:1", "li");
    private static final Identifier PHONE = new Identifier("phone", "t", "hash");
    private static final long RECEIVED = 2_000;
    private static final long OCCURRED = 1_000;

    @Test
    void tiesWhoActsToEveryOtherNameAndSeesThemselves() {
        var mention = mention(BUYER, List.of(new Name(BUYER, "self"), new Name(PHONE, "buyer-phone")));

        assertThat(mention.evidence())
                .containsExactly(
                        new Evidence(BUYER, BUYER, Evidence.SELF, RECEIVED, OCCURRED, "e-1"),
                        new Evidence(BUYER, PHONE, "buyer-phone", RECEIVED, OCCURRED, "e-1"));
    }

    @Test
    void aThingIsNobody() {
        var mention = mention(new Identifier("live_code", "wecom", "LC-1"), List.of(new Name(PHONE, "buyer-phone")));

        assertThat(mention.isOfPerson()).isFalse();
        assertThat(mention.evidence()).isEmpty();
    }

    @Test
    void namesOneByOneComeToTheSameAsTogether() {
        var both = List.of(new Name(PHONE, "buyer-phone"), new Name(PHONE, "receiver-phone"));

        assertThat(both.stream().flatMap(one -> mention(BUYER, List.of(one)).evidence().stream()))
                .containsAll(mention(BUYER, both).evidence());
    }

    private static Mention mention(Identifier subject, List<Name> names) {
        return new Mention(subject, names, RECEIVED, OCCURRED, "e-1");
    }
}
