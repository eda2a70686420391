package io.quanyu.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.contract.EventKinds;
import io.quanyu.domain.customer.Fragment;
import io.quanyu.domain.customer.Touch;
import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Ruling;
import io.quanyu.domain.identity.Ruling.Kind;
import io.quanyu.events.Identifier;
import io.quanyu.events.IdentityRuled;
import io.quanyu.events.IdentityRuling;
import io.quanyu.events.LiveCodeScanned;
import io.quanyu.events.SpendReported;
import io.quanyu.jobs.channel.LiveCodeFact;
import io.quanyu.jobs.channel.SpendFact;
import io.quanyu.jobs.customer.AccountFact;
import io.quanyu.jobs.iceberg.Filled;
import io.quanyu.jobs.identity.EvidenceSeen;
import io.quanyu.jobs.identity.RulingSeen;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each part of what an event says is one record, which has the tenant, the event and when we received it. */
class DomainFactsTest {

    private static final long FILLED = Filled.INSTANT.toEpochMilli();
    private static final Identifier LI = new Identifier("external_userid", "ww1", "wmLI", "self", null);
    private static final io.quanyu.domain.identity.Identifier LI_IN_DOMAIN =
            new io.quanyu.domain.identity.Identifier("external_userid", "ww1", "wmLI");

    @Test
    void aPersonsEventSaysWhoIsWhoAndWhatTheyDid() {
        var scan = (LiveCodeScanned) Filled.of(EventKinds.SCAN, "e-1");
        scan.setSubject(LI);
        scan.setIdentifiers(List.of(LI));

        assertThat(DomainFacts.of(EventKinds.SCAN, scan))
                .isEqualTo(new EventFacts(
                        "tenant",
                        "e-1",
                        FILLED,
                        "scan",
                        new EvidenceSeen(
                                "tenant", "e-1", FILLED, List.of(Evidence.sighting(LI_IN_DOMAIN, FILLED, "e-1"))),
                        new AccountFact(
                                "tenant",
                                "external_userid|ww1|wmLI",
                                "e-1",
                                FILLED,
                                Fragment.of(Touch.ofCode("e-1", FILLED, "live_code"))),
                        null,
                        null,
                        null,
                        null));
    }

    @Test
    void aReportOfSpendSaysWhatWasSpent() {
        var spend = new SpendFact(
                "tenant",
                "e-1",
                FILLED,
                "channel",
                "platform|shop|project|promotion|101",
                LocalDate.of(2026, 9, 1).toEpochDay(),
                101,
                101);

        var report = (SpendReported) Filled.of(EventKinds.SPEND, "e-1");
        report.setTenantCurrency(report.getCurrency());
        assertThat(DomainFacts.of(EventKinds.SPEND, report))
                .isEqualTo(new EventFacts("tenant", "e-1", FILLED, "spend", null, null, spend, null, null, null));
    }

    @Test
    void aDefinitionSaysWhoseACodeIs() {
        var code = new LiveCodeFact("tenant", "e-1", FILLED, "live_code", "channel", 101, FILLED, FILLED);

        assertThat(DomainFacts.of(EventKinds.LIVE_CODE, Filled.of(EventKinds.LIVE_CODE, "e-1")))
                .isEqualTo(new EventFacts("tenant", "e-1", FILLED, "live_code", null, null, null, code, null, null));
    }

    @Test
    void aRulingSaysWhatWasDecided() {
        var block = (IdentityRuled) Filled.of(EventKinds.RULING, "e-1");
        block.setRuling(IdentityRuling.BLOCK);
        block.setIdentifier(LI);
        var ruling = new RulingSeen("tenant", new Ruling(Kind.BLOCK, LI_IN_DOMAIN.text(), FILLED, "e-1"), FILLED);

        assertThat(DomainFacts.of(EventKinds.RULING, block))
                .isEqualTo(new EventFacts("tenant", "e-1", FILLED, "ruling", null, null, null, null, ruling, null));
    }
}
