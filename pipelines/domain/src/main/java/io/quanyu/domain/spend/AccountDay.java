package io.quanyu.domain.spend;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

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
        for (String project : distinct(reports, Spent::project)) {
            if (!project.isEmpty()) {
                List<Spent> own = where(reports, one -> one.project().equals(project));
                add(projects, cover(hours(where(own, one -> one.promotion().isEmpty())), promotions(own)));
            }
        }
        SortedMap<String, Long> parts =
                cover(projects, promotions(where(reports, one -> one.project().isEmpty())));
        SortedMap<String, Long> all = cover(hours(where(reports, Spent::isOfAccount)), parts);
        all.values().removeIf(fen -> fen == 0);
        return all;
    }

    private static SortedMap<String, Long> promotions(List<Spent> reports) {
        SortedMap<String, Long> sum = new TreeMap<>();
        for (String promotion : distinct(reports, Spent::promotion)) {
            if (!promotion.isEmpty()) {
                add(sum, hours(where(reports, one -> one.promotion().equals(promotion))));
            }
        }
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
            uncovered += totals.getOrDefault(part.getKey(), 0L) > 0 ? 0 : part.getValue();
        }
        SortedMap<String, Long> covered = new TreeMap<>(parts);
        for (Map.Entry<String, Long> total : new TreeMap<>(totals).entrySet()) {
            long over = Math.max(0, total.getValue() - parts.getOrDefault(total.getKey(), 0L));
            long taken = Math.min(over, uncovered);
            uncovered -= taken;
            covered.merge(total.getKey(), over - taken, Math::addExact);
        }
        return covered;
    }

    private static SortedMap<String, Long> sum(List<Spent> reports) {
        SortedMap<String, Long> sum = new TreeMap<>();
        reports.forEach(one -> sum.merge(one.channel(), one.fen(), Math::addExact));
        return sum;
    }

    private static void add(Map<String, Long> sum, Map<String, Long> more) {
        more.forEach((channel, fen) -> sum.merge(channel, fen, Math::addExact));
    }

    private static SortedSet<String> distinct(Collection<Spent> reports, Function<Spent, String> part) {
        SortedSet<String> all = new TreeSet<>();
        reports.forEach(one -> all.add(part.apply(one)));
        return all;
    }

    private static List<Spent> where(Collection<Spent> reports, Predicate<Spent> condition) {
        return reports.stream().filter(condition).toList();
    }
}
