package io.quanyu.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyu.events.Behaved;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EventKindsTest {

    @Test
    void aKindIsOneTopicOneTableAndOneSchema() {
        assertThat(EventKinds.all().stream()
                        .map(kind -> kind + " " + kind.topic() + " " + kind.table() + " "
                                + kind.schema().getName())
                        .collect(Collectors.joining("\n")))
                .isEqualTo(
                        """
                        order event.order dwd.order_changed OrderChanged
                        refund event.refund dwd.refund_changed RefundChanged
                        message event.message dwd.message_sent MessageSent
                        contact event.contact dwd.contact_changed ContactChanged
                        scan event.scan dwd.live_code_scanned LiveCodeScanned
                        behavior event.behavior dwd.behaved Behaved
                        coupon event.coupon dwd.coupon_changed CouponChanged
                        spend event.spend dwd.spend_reported SpendReported
                        live_code event.live_code dwd.live_code_defined LiveCodeDefined
                        ruling event.ruling dwd.identity_ruled IdentityRuled
                        points event.points dwd.points_changed Behaved""");
    }

    @Test
    void aKindOfSomebodysOwnIsFoundOnTheClassPath() {
        assertThat(EventKinds.named("points")).isSameAs(PointsKind.POINTS);
        assertThat(EventKinds.topics()).contains("event.points");
        assertThat(StoredTopics.named("event.points").table()).isEqualTo("dwd.points_changed");
    }

    @Test
    void everyKindHasTheFieldsOfAHead() {
        assertThat(EventKinds.all()).allSatisfy(kind -> assertThat(
                        kind.schema().getFields().stream().map(field -> field.name()))
                .contains("event_id", "tenant", "subject", "identifiers", "occurred_at", "received_at"));
    }

    @Test
    void spendCodesAndRulingsAreOfNoPerson() {
        assertThat(EventKinds.all().stream().filter(kind -> !kind.isOfPersons()))
                .containsExactly(EventKinds.SPEND, EventKinds.LIVE_CODE, EventKinds.RULING);
    }

    @Test
    void twoKindsOfOneNameOrTableAreRefused() {
        var secondOrder = EventKind.ofThings("order", "dwd.another", Behaved.class);
        var sameTable = EventKind.ofThings("visit", "dwd.behaved", Behaved.class);

        assertThatThrownBy(() -> EventKinds.with(List.of(() -> List.of(secondOrder))))
                .hasMessage("Two kinds of events are called order or kept in dwd.another: each needs a name and a table"
                        + " of its own (MoreEventKinds)");
        assertThatThrownBy(() -> EventKinds.with(List.of(() -> List.of(sameTable))))
                .hasMessageContaining("called visit or kept in dwd.behaved");
    }

    @Test
    void anUnknownTopicIsNamedWithThoseThatAreKnown() {
        assertThatThrownBy(() -> StoredTopics.named("raw.youzan"))
                .hasMessageStartingWith("Topic raw.youzan holds neither events nor dead letters: the topics that do are"
                        + " [event.order, event.refund,")
                .hasMessageEndingWith("event.points, dead-letter]");
        assertThatThrownBy(() -> EventKinds.named("weather"))
                .hasMessageStartingWith("Topic event.weather holds no events: the topics that do are [event.order,");
    }
}
