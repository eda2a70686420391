package io.quanyu.domain.spend;

import io.quanyu.domain.customer.Money;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What an ad account spent on a day, by channel, in fen. Reports of the same money are never added: of a total and what it is the
 * total of, the larger counts.
 *
 * <p>A day covers its hours, a project its promotions, the projects the promotions of which no project is told, the account all of
 * them. What a total has over its parts is its own channel's. Where an account has a total for each of several channels, each
 * covers first the parts of its channel, then, in the order of names, those of channels without a total.
 */
public final class AccountDay {

    private AccountDay() {}

    /** By channel, above 0. */
    public static SortedMap<String, Long> byChannel(Collection<Spent> reports) {
        SortedMap<String, Long> projects = new TreeMap<>();
        Map<String, List<Spent>> byProject = by(Spent::project, reports);
        List<Spent> loose = byProject.getOrDefault("", List.of());
        byProject.remove("");
        for (List<Spent> own : byProject.values()) {
            add(projects, cover(hours(where(own, one -> one.promotion().isEmpty())), promotions(own)));
        }
        SortedMap<String, Long> parts = cover(projects, promotions(loose));
        SortedMap<String, Long> all = cover(hours(where(reports, Spent::isOfAccount)), parts);
        all.values().removeIf(fen -> fen == 0);
        return all;
    }

    private static SortedMap<String, Long> promotions(List<Spent> reports) {
        SortedMap<String, Long> sum = new TreeMap<>();
        Map<String, List<Spent>> byPromotion = by(Spent::promotion, reports);
        byPromotion.remove("");
        byPromotion.values().forEach(own -> add(sum, hours(own)));
        return sum;
    }

    /** Of reports of one thing: the whole day against its hours. */
    private static SortedMap<String, Long> hours(List<Spent> reports) {
        return cover(sum(where(reports, one -> one.hour().isEmpty())), sum(where(reports, one -> !one.hour()
                .isEmpty())));
    }

    private static SortedMap<String, Long> cover(Map<String, Long> totals, Map<String, Long> parts) {
        long uncovered = 0;
        for (Map.Entry<String, Long> part : parts.entrySet()) {
            uncovered = Money.plus(uncovered, totals.getOrDefault(part.getKey(), 0L) > 0 ? 0 : part.getValue());
        }
        SortedMap<String, Long> covered = new TreeMap<>(parts);
        for (Map.Entry<String, Long> total : new TreeMap<>(totals).entrySet()) {
            long over = Math.max(0, total.getValue() - parts.getOrDefault(total.getKey(), 0L));
            long taken = Math.min(over, uncovered);
            uncovered -= taken;
            covered.merge(total.getKey(), over - taken, Money::plus);
        }
        return covered;
    }

    private static SortedMap<String, Long> sum(List<Spent> reports) {
        SortedMap<String, Long> sum = new TreeMap<>();
        reports.forEach(one -> sum.merge(one.channel(), one.fen(), Money::plus));
        return sum;
    }

    private static void add(Map<String, Long> sum, Map<String, Long> more) {
        more.forEach((channel, fen) -> sum.merge(channel, fen, Money::plus));
    }

    private static Map<String, List<Spent>> by(Function<Spent, String> part, Collection<Spent> reports) {
        return reports.stream().collect(Collectors.groupingBy(part, TreeMap::new, Collectors.toList()));
    }

    private static List<Spent> where(Collection<Spent> reports, Predicate<Spent> condition) {
        return reports.stream().filter(condition).toList();
    }
}
