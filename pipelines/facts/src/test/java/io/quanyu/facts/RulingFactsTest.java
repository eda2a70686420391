package io.quanyu.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.contract.EventKinds;
import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Ruling;
import io.quanyu.domain.identity.Ruling.Kind;
import io.quanyu.events.Identifier;
import io.quanyu.events.IdentityRuled;
import io.quanyu.events.IdentityRuling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RulingFactsTest {

    private static final Identifier LI = new Identifier("external_userid", "ww1", "wmLI", "self", null);
    private static final io.quanyu.domain.identity.Identifier LI_IN_DOMAIN =
            new io.quanyu.domain.identity.Identifier("external_userid", "ww1", "wmLI");

    @Test
    void aBlockNamesAnIdentifierAndCountsByWhenItWasDecided() {
        IdentityRuled block = ruled(IdentityRuling.BLOCK);
        block.setIdentifier(LI);

        Facts facts = Facts.of(EventKinds.RULING, block);

        assertThat(facts.content())
                .isEqualTo(
                        new Content.OfRuling(new Ruling(Kind.BLOCK, "external_userid|ww1|wmLI", Filled.MILLIS, "e-1")));
        assertThat(facts.evidence()).as("an operator is no customer").isEmpty();
    }

    @Test
    void aRetractionNamesEvidenceWhicheverEndComesFirst() {
        IdentityRuled retract = ruled(IdentityRuling.RETRACT);
        var phone = new io.quanyu.domain.identity.Identifier("phone", "tea", "aa");
        retract.setLeftIdentifier(new Identifier("phone", "tea", "aa", "self", null));
        retract.setRightIdentifier(LI);
        retract.setRule("remark-phone");
        Evidence wrong = Evidence.seen(LI_IN_DOMAIN, phone, "remark-phone", 7, "another");

        assertThat(RulingFacts.ruling(retract)).hasValue(new Ruling(Kind.RETRACT, wrong.key(), Filled.MILLIS, "e-1"));
    }

    @Test
    void aJoinIsEvidenceBetweenItsTwoEnds() {
        IdentityRuled join = ruled(IdentityRuling.JOIN);
        join.setLeftIdentifier(new Identifier("external_userid", "ww1", "wmLI2", "self", null));
        join.setRightIdentifier(LI);

        Facts facts = Facts.of(EventKinds.RULING, join);

        assertThat(facts.evidence()).singleElement().satisfies(tie -> {
            assertThat(tie.key()).isEqualTo("external_userid|ww1|wmLI\texternal_userid|ww1|wmLI2\toperator-join");
            assertThat(tie.sourceEvent()).isEqualTo("e-1");
        });
        assertThat(RulingFacts.ruling(join)).isEmpty();
    }

    @Test
    void aJoinOfOneIdentifierWithItselfSaysNothing() {
        IdentityRuled join = ruled(IdentityRuling.JOIN);
        join.setLeftIdentifier(LI);
        join.setRightIdentifier(LI);

        assertThat(RulingFacts.of(join)).isEqualTo(Content.NOTHING);
    }

    @ParameterizedTest
    @EnumSource(IdentityRuling.class)
    void aRulingThatNamesNothingSaysNothing(IdentityRuling kind) {
        IdentityRuled ruling = ruled(kind);
        ruling.setIdentifier(null);
        ruling.setLeftIdentifier(null);
        ruling.setRule(null);

        assertThat(RulingFacts.of(ruling)).isEqualTo(Content.NOTHING);
    }

    private static IdentityRuled ruled(IdentityRuling ruling) {
        IdentityRuled ruled = Filled.event(EventKinds.RULING, IdentityRuled.class);
        ruled.setRuling(ruling);
        return ruled;
    }
}
