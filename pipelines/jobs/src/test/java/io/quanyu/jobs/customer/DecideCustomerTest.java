package io.quanyu.jobs.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quanyu.domain.customer.Fragment;
import io.quanyu.domain.customer.Fulfilment;
import io.quanyu.domain.customer.OrderVersion;
import io.quanyu.jobs.identity.Assigned;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecideCustomerTest {

    private static final long PAID = Instant.parse("2026-03-01T10:00:00Z").toEpochMilli();
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long ASLEEP = PAID + 90 * DAY;

    private static final String SHOP_ACCOUNT = "yz_open_id|youzan:1|yzLI";
    private static final String CHAT_ACCOUNT = "external_userid|corp|wmLI";

    private Chain chain;

    @BeforeEach
    void open() throws Exception {
        chain = Chain.open();
        chain.assign(assigned(SHOP_ACCOUNT, "p1", PAID, 1));
        chain.bring(order("order-1", PAID));
    }

    @AfterEach
    void close() throws Exception {
        chain.close();
    }

    @Test
    void saysEverythingOfAFirstOrderOnce() throws Exception {
        chain.bring(order("order-1", PAID));
        chain.tick(PAID);

        assertThat(chain.profiles())
                .extracting(ProfileChange::oneId, ProfileChange::version, ProfileChange::netRevenueFen)
                .containsExactly(tuple("p1", 1L, 12_900L));
        assertThat(chain.tags())
                .extracting(TagChange::tag, TagChange::change, TagChange::validAtMillis, TagChange::decidedAtMillis)
                .containsExactly(tuple("new_buyer", "enter", PAID, PAID));
        assertThat(chain.credits())
                .extracting(CreditChange::model, CreditChange::source, CreditChange::deltaFen, CreditChange::cause)
                .containsExactly(
                        tuple("first", "direct", 12_900L, "order-1"),
                        tuple("last", "direct", 12_900L, "order-1"),
                        tuple("linear", "direct", 12_900L, "order-1"));
    }

    @Test
    void timeAloneTagsAtTheVeryInstantHoweverFarTheClockJumps() throws Exception {
        chain.tick(PAID);
        chain.tags().clear();
        chain.restore();

        chain.tick(PAID + 300 * DAY);

        assertThat(chain.tags())
                .extracting(TagChange::tag, TagChange::change, TagChange::decidedAtMillis)
                .contains(tuple("dormant", "enter", ASLEEP));
    }

    @Test
    void aReviewComesBeforeTheFactsOfItsInstant() throws Exception {
        chain.bring(message(ASLEEP));

        chain.tick(PAID + 300 * DAY);

        assertThat(chain.tags())
                .filteredOn(change -> change.tag().equals("dormant"))
                .extracting(TagChange::change, TagChange::decidedAtMillis)
                .containsExactly(tuple("enter", ASLEEP), tuple("exit", ASLEEP), tuple("enter", ASLEEP + 90 * DAY));
    }

    @Test
    void aLateFactMovesSinceWhenAndWhyATagStands() throws Exception {
        chain.tick(ASLEEP);
        chain.tags().clear();
        chain.restore();
        chain.bring(message(PAID + 30 * DAY, ASLEEP + 60 * DAY));
        chain.bring(message(PAID + 20 * DAY, ASLEEP + 61 * DAY));

        chain.tick(ASLEEP + 70 * DAY);

        assertThat(chain.tags())
                .extracting(TagChange::tag, TagChange::change, TagChange::value, TagChange::validAtMillis)
                .containsExactly(tuple("dormant", "update", "true", ASLEEP + 30 * DAY));
        assertThat(chain.tags().get(0).decidedAtMillis()).isEqualTo(ASLEEP + 60 * DAY);
    }

    @Test
    void aReviewThatWasPutOffSaysNothing() throws Exception {
        chain.bring(message(PAID + DAY));

        chain.tick(ASLEEP + DAY - 1);

        assertThat(chain.tags()).extracting(TagChange::tag).doesNotContain("dormant");
    }

    @Test
    void aPersonWithoutAccountsTakesEverythingBack() throws Exception {
        chain.tick(PAID);
        chain.profiles().clear();
        chain.tags().clear();
        chain.credits().clear();

        chain.assign(assigned(SHOP_ACCOUNT, "p2", PAID + DAY, 2));
        chain.tick(PAID + DAY);

        assertThat(chain.profiles())
                .extracting(ProfileChange::oneId, ProfileChange::version, ProfileChange::live)
                .containsExactlyInAnyOrder(tuple("p1", 2L, false), tuple("p2", 1L, true));
        assertThat(chain.tags())
                .extracting(TagChange::oneId, TagChange::tag, TagChange::change)
                .containsExactlyInAnyOrder(tuple("p1", "new_buyer", "exit"), tuple("p2", "new_buyer", "enter"));
        assertThat(chain.credits())
                .filteredOn(change -> change.model().equals("last"))
                .extracting(CreditChange::oneId, CreditChange::deltaFen)
                .containsExactlyInAnyOrder(tuple("p1", -12_900L), tuple("p2", 12_900L));
    }

    @Test
    void aMergeIsSaidOnceForAllThatMovesInAnInstant() throws Exception {
        chain.assign(assigned(CHAT_ACCOUNT, "p2", PAID, 1));
        chain.bring(message(PAID));
        chain.tick(PAID);
        chain.profiles().clear();

        chain.assign(assigned(CHAT_ACCOUNT, "p1", PAID + DAY, 2));
        chain.bring(order("order-2", PAID + DAY));
        chain.tick(PAID + 2 * DAY);

        assertThat(chain.profiles())
                .filteredOn(ProfileChange::live)
                .extracting(ProfileChange::oneId, ProfileChange::accounts, ProfileChange::paidOrderCount)
                .containsExactly(tuple("p1", java.util.List.of(CHAT_ACCOUNT, SHOP_ACCOUNT), 2L));
    }

    private static AccountFact order(String event, long at) {
        var version = new OrderVersion(
                event, "youzan|1|" + event, 1, Fulfilment.PAID, at, at, null, 12_900L, null, null, null, at);
        return new AccountFact("shop", SHOP_ACCOUNT, event, at, Fragment.of(version));
    }

    private static AccountFact message(long at) {
        String account = at == PAID ? CHAT_ACCOUNT : SHOP_ACCOUNT;
        return new AccountFact("shop", account, "message-" + at, at, Fragment.ofMessage(at));
    }

    private static AccountFact message(long at, long receivedAt) {
        return new AccountFact("shop", SHOP_ACCOUNT, "message-" + at, receivedAt, Fragment.ofMessage(at));
    }

    private static Assigned assigned(String identifier, String person, long at, long version) {
        return new Assigned("shop", identifier, person, null, false, at, version, identifier + "@" + version);
    }
}
