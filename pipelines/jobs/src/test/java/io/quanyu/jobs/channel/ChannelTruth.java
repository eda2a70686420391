package io.quanyu.jobs.channel;

import io.quanyu.domain.alert.ChannelDay;
import io.quanyu.domain.alert.RoiAlert;
import io.quanyu.domain.alert.RoiAlerts;
import io.quanyu.domain.alert.RoiPolicy;
import io.quanyu.domain.attribution.CodeTerm;
import io.quanyu.domain.attribution.Credit;
import io.quanyu.domain.spend.AccountDay;
import io.quanyu.jobs.customer.CreditChange;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * What is true of channels at an instant: by the newest row of each thing that was said, or by the facts all at once.
 *
 * @param days numbers of each channel, day and model, where they are not both 0
 * @param alerts by id, those that are withdrawn left out
 */
record ChannelTruth(Map<String, Numbers> days, Map<String, Alert> alerts) {

    record Numbers(long spendFen, long revenueFen) {}

    record Alert(
            boolean resolved, List<Long> days, long spendAtRiskFen, long validAtMillis, String reason, String advice) {}

    private static final Comparator<SpendFact> NEWEST_REPORT =
            Comparator.comparingLong(SpendFact::version).thenComparing(SpendFact::eventId);

    /** By the rows that were decided up to an instant. */
    static ChannelTruth said(Collection<ChannelDayChange> days, Collection<AlertChange> alerts, long asOfMillis) {
        Map<String, Numbers> numbers = new TreeMap<>();
        newest(
                        days.stream()
                                .filter(row -> row.decidedAtMillis() <= asOfMillis)
                                .toList(),
                        row -> key(row.channel(), row.day(), row.model()),
                        Comparator.comparingLong(ChannelDayChange::version))
                .forEach((key, row) -> put(numbers, key, new Numbers(row.spendFen(), row.revenueFen())));
        Map<String, Alert> standing = new TreeMap<>();
        newest(
                        alerts.stream()
                                .filter(row -> row.decidedAtMillis() <= asOfMillis)
                                .toList(),
                        AlertChange::alertId,
                        Comparator.comparingLong(AlertChange::version))
                .values()
                .stream()
                .filter(row -> !row.status().equals("withdrawn"))
                .forEach(row -> standing.put(row.alertId(), alert(row)));
        return new ChannelTruth(numbers, standing);
    }

    /** By the facts that were known up to an instant; a day's alerts by what was known while it could be restated. */
    static ChannelTruth of(ChannelHistory history, long asOfMillis) {
        Map<String, Numbers> numbers = new TreeMap<>();
        Map<String, ChannelDay> judged = new TreeMap<>();
        for (long day = ChannelHistory.FIRST_DAY; day < ChannelHistory.FIRST_DAY + ChannelHistory.DAYS; day++) {
            long lastJudgedMillis = ClosedDays.closesAtMillis(day + 30) - 1;
            numbers(history, day, asOfMillis).forEach((key, value) -> put(numbers, key, value));
            for (var entry : numbers(history, day, Math.min(asOfMillis, lastJudgedMillis))
                    .entrySet()) {
                if (entry.getKey().endsWith("|last")) {
                    String channel = entry.getKey().substring(0, entry.getKey().indexOf('|'));
                    Numbers value = entry.getValue();
                    judged.put(entry.getKey(), new ChannelDay(channel, day, value.spendFen(), value.revenueFen()));
                }
            }
        }
        Map<String, Alert> alerts =
                RoiAlerts.of(judged.values(), RoiPolicy.standard(), ClosedDays.closedThrough(asOfMillis)).stream()
                        .collect(Collectors.toMap(RoiAlert::id, ChannelTruth::alert));
        return new ChannelTruth(numbers, alerts);
    }

    private static Map<String, Numbers> numbers(ChannelHistory history, long day, long asOfMillis) {
        Map<String, List<CodeTerm>> terms =
                known(history.definitions(), LiveCodeFact::receivedAtMillis, asOfMillis).stream()
                        .collect(Collectors.groupingBy(
                                LiveCodeFact::code, Collectors.mapping(LiveCodeFact::term, Collectors.toList())));
        Map<String, SpendFact> reports = newest(
                known(history.spend(), SpendFact::receivedAtMillis, asOfMillis).stream()
                        .filter(report -> report.epochDay() == day)
                        .toList(),
                SpendFact::thing,
                NEWEST_REPORT);
        Map<String, Numbers> numbers = new HashMap<>();
        for (List<SpendFact> account : reports.values().stream()
                .collect(Collectors.groupingBy(report -> report.key().substring(0, "ad|1".length())))
                .values()) {
            AccountDay.byChannel(account.stream().map(SpendFact::spent).toList())
                    .forEach((channel, fen) ->
                            DayTotals.MODELS.forEach(model -> add(numbers, key(channel, day, model), fen, 0)));
        }
        for (CreditChange credit : known(history.credits(), CreditChange::decidedAtMillis, asOfMillis)) {
            if (credit.paidDay() == day) {
                String source = credit.source().substring(credit.source().indexOf(':') + 1);
                long touched = Objects.requireNonNullElse(credit.touchedAtMillis(), Credit.NO_TOUCH);
                String channel = CodeTerm.at(touched, terms.getOrDefault(source, List.of()))
                        .map(CodeTerm::channel)
                        .orElse(source);
                add(numbers, key(channel, day, credit.model()), 0, credit.deltaFen());
            }
        }
        return numbers;
    }

    private static void add(Map<String, Numbers> numbers, String key, long spendFen, long revenueFen) {
        numbers.merge(
                key,
                new Numbers(spendFen, revenueFen),
                (a, b) -> new Numbers(a.spendFen + b.spendFen, a.revenueFen + b.revenueFen));
    }

    private static void put(Map<String, Numbers> numbers, String key, Numbers value) {
        if (value.spendFen != 0 || value.revenueFen != 0) {
            numbers.put(key, value);
        }
    }

    private static <T> List<T> known(List<T> facts, ToLongFunction<T> at, long asOfMillis) {
        return facts.stream().filter(fact -> at.applyAsLong(fact) <= asOfMillis).toList();
    }

    /** Of equals the first: a row under a version that was said already does not count. */
    private static <T> Map<String, T> newest(List<T> all, Function<T, String> key, Comparator<T> order) {
        return all.stream().collect(Collectors.toMap(key, one -> one, (a, b) -> order.compare(a, b) >= 0 ? a : b));
    }

    private static String key(String channel, long day, String model) {
        return channel + "|" + day + "|" + model;
    }

    private static Alert alert(AlertChange row) {
        return new Alert(
                row.status().equals("resolved"),
                row.days(),
                row.spendAtRiskFen(),
                row.validAtMillis(),
                row.reason(),
                row.suggestion());
    }

    private static Alert alert(RoiAlert alert) {
        return new Alert(
                !alert.stands(),
                alert.days(),
                alert.spendAtRiskFen(),
                ClosedDays.closesAtMillis(alert.validDay()),
                alert.reason(),
                alert.suggestion());
    }
}
