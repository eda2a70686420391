package io.quanyu.jobs.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.contract.Bounds;
import io.quanyu.contract.EventKind;
import io.quanyu.contract.EventKinds;
import io.quanyu.domain.customer.Money;
import io.quanyu.facts.Content;
import io.quanyu.facts.Facts;
import io.quanyu.jobs.identity.Assigned;
import io.quanyu.scenarios.ExtremeEvents;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** One tenant's absurd figure stops nobody: 10,000 events of the oddest values through all that decides about persons. */
class ExtremeEventsTest {

    private static final int EVENTS = 200;
    private static final long DAY = 86_400_000;

    @RepeatedTest(50)
    void nothingThrowsAndEveryFigureFitsItsColumn(RepetitionInfo repetition) throws Exception {
        var events = new ExtremeEvents("shop", repetition.getCurrentRepetition());
        List<EventKind> kinds =
                EventKinds.all().stream().filter(EventKind::isOfPersons).toList();
        Set<String> subjects = new TreeSet<>();
        long arrived = ExtremeEvents.ARRIVED.toEpochMilli();
        try (Chain chain = Chain.open()) {
            for (int i = 0; i < EVENTS; i++) {
                EventKind kind = kinds.get(i % kinds.size());
                SpecificRecordBase event = events.event(kind, i);
                assertThat(Bounds.absurd(event)).isEmpty();
                Facts facts = Facts.of(kind, event);
                if (facts.content() instanceof Content.OfAccount account) {
                    long at = facts.head().receivedAt().toEpochMilli();
                    chain.bring(new AccountFact("shop", facts.subject(), "e" + i, at, account.fragment()));
                    if (subjects.add(facts.subject())) {
                        String person = "p" + subjects.size() % 3;
                        chain.assign(new Assigned(
                                "shop", facts.subject(), person, null, false, arrived, 1, facts.subject() + "@1"));
                    }
                }
            }
            chain.tick(arrived + 2 * DAY);
            chain.tick(arrived + 800 * DAY);

            assertThat(chain.profiles()).isNotEmpty();
            assertThat(chain.profiles()).allSatisfy(profile -> assertThat(
                            LongStream.of(profile.paidFen(), profile.refundedFen(), profile.netRevenueFen()))
                    .allMatch(fen -> Math.abs(fen) <= Money.MOST_FEN));
            assertThat(chain.credits()).allSatisfy(credit -> assertThat(Math.abs(credit.deltaFen()))
                    .isLessThanOrEqualTo(Money.MOST_FEN));
        }
    }
}
