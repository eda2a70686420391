package io.quanyu.jobs.channel;

import io.quanyu.domain.spend.AccountDay;
import io.quanyu.jobs.record.RecordType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/** State of an ad account on a day: the newest report of each thing. */
@TypeInfo(RecordType.Factory.class)
public record AccountReports(List<SpendFact> reports) {

    static final AccountReports NONE = new AccountReports(List.of());

    static final Comparator<SpendFact> BY_VERSION =
            Comparator.comparingLong(SpendFact::version).thenComparing(SpendFact::eventId);

    /** With a report in the place of the one that it restates; the same if it is not newer. */
    AccountReports with(SpendFact fact) {
        Optional<SpendFact> old = reports.stream()
                .filter(report -> report.thing().equals(fact.thing()))
                .findFirst();
        if (old.isPresent() && BY_VERSION.compare(fact, old.get()) <= 0) {
            return this;
        }
        return new AccountReports(
                Stream.concat(reports.stream().filter(report -> !report.thing().equals(fact.thing())), Stream.of(fact))
                        .toList());
    }

    /** What was spent, in fen. */
    Map<String, Long> byChannel() {
        return AccountDay.byChannel(reports.stream().map(SpendFact::spent).toList());
    }
}
