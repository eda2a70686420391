package io.quanyu.domain.alert;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * ROI alerts as a function of the channel days, and the difference to what was said before.
 *
 * <p>An alert's id is made of its channel and the first day of its streak, so it is a function of the facts like everything else in
 * it. A restatement that moves the first day therefore withdraws the alert and opens another; the withdrawal names its successor.
 */
public final class RoiAlerts {

    private RoiAlerts() {}

    /**
     * All alerts of one tenant, by id; each OPENED or RESOLVED.
     *
     * @param days at most one per channel and day
     * @param closedThroughEpochDay the last closed day; later days do not count yet
     */
    public static List<RoiAlert> of(Collection<ChannelDay> days, RoiPolicy policy, long closedThroughEpochDay) {
        SpendDays spendDays = SpendDays.closedThrough(closedThroughEpochDay, days, policy.leastSpendFen());
        return spendDays.byChannel().values().stream()
                .flatMap(series -> Streak.in(series.values(), policy).stream())
                .filter(streak -> streak.days().size() >= policy.streakDays())
                .map(streak -> alert(streak, spendDays, policy))
                .sorted(Comparator.comparing(RoiAlert::id))
                .toList();
    }

    /**
     * What has to be said now: withdrawn alerts by id, then the others by id.
     *
     * <p>New alerts are OPENED (or RESOLVED at once, if their streak is over by now), changed ones RESTATED while they stand, ended
     * ones RESOLVED (again, if their numbers change later). A resolved alert whose streak turns out to last is OPENED again.
     *
     * @param said what {@link #of} gave when something was last said; or the last word on each alert, which is the same
     * @param now what {@link #of} gives now
     */
    public static List<RoiAlert> changes(List<RoiAlert> said, List<RoiAlert> now) {
        SortedMap<String, RoiAlert> before = byId(said);
        SortedMap<String, RoiAlert> after = byId(now);
        List<RoiAlert> changes = new ArrayList<>();
        for (RoiAlert old : before.values()) {
            if (!after.containsKey(old.id())) {
                changes.add(old.withdrawn(AlertWords.withdrawn(old, successor(old, now))));
            }
        }
        for (RoiAlert alert : after.values()) {
            RoiAlert old = before.get(alert.id());
            if (old == null || !old.equals(alert)) {
                boolean restated = old != null && old.stands() && alert.stands();
                changes.add(restated ? alert.withStatus(AlertStatus.RESTATED) : alert);
            }
        }
        return changes;
    }

    private static RoiAlert alert(Streak streak, SpendDays all, RoiPolicy policy) {
        ChannelDay end = streak.end();
        ChannelDay filled = streak.days().get(policy.streakDays() - 1);
        return new RoiAlert(
                "roi|" + streak.channel() + "|" + LocalDate.ofEpochDay(streak.firstDay()),
                streak.channel(),
                end == null ? AlertStatus.OPENED : AlertStatus.RESOLVED,
                streak.days().stream().map(ChannelDay::epochDay).toList(),
                streak.days().stream().map(day -> day.roi().tenThousandths()).toList(),
                policy.thresholdMilli(),
                streak.spendFen(),
                end == null ? filled.epochDay() : end.epochDay(),
                AlertWords.reason(streak, policy),
                AlertWords.suggestion(streak, all, policy));
    }

    private static SortedMap<String, RoiAlert> byId(List<RoiAlert> alerts) {
        SortedMap<String, RoiAlert> byId = new TreeMap<>();
        for (RoiAlert alert : alerts) {
            if (alert.status() != AlertStatus.WITHDRAWN) {
                byId.put(alert.id(), alert.stands() ? alert.withStatus(AlertStatus.OPENED) : alert);
            }
        }
        return byId;
    }

    private static String successor(RoiAlert old, List<RoiAlert> now) {
        return now.stream()
                .filter(old::sharesDaysWith)
                .map(RoiAlert::id)
                .findFirst()
                .orElse("");
    }
}
