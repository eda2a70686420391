package io.quanyu.domain.alert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Spend days of one channel below the threshold, with no good day and no long gap between them.
 *
 * @param days at least one, ascending
 * @param end the first spend day after them, which reaches the threshold; null while there is none
 */
record Streak(List<ChannelDay> days, @Nullable ChannelDay end) {

    /** All streaks in a channel's spend days, which ascend. A gap begins another streak, but ends none: only a good day does. */
    static List<Streak> in(Collection<ChannelDay> series, RoiPolicy policy) {
        List<Streak> streaks = new ArrayList<>();
        List<List<ChannelDay>> below = new ArrayList<>();
        for (ChannelDay day : series) {
            if (day.roi().reaches(policy.thresholdMilli())) {
                below.forEach(days -> streaks.add(new Streak(List.copyOf(days), day)));
                below.clear();
            } else {
                if (below.isEmpty() || isBeyondGap(last(below), day, policy)) {
                    below.add(new ArrayList<>());
                }
                below.get(below.size() - 1).add(day);
            }
        }
        below.forEach(days -> streaks.add(new Streak(List.copyOf(days), null)));
        return streaks;
    }

    private static boolean isBeyondGap(ChannelDay last, ChannelDay next, RoiPolicy policy) {
        return next.epochDay() - last.epochDay() > policy.longestGapDays();
    }

    private static ChannelDay last(List<List<ChannelDay>> below) {
        List<ChannelDay> latest = below.get(below.size() - 1);
        return latest.get(latest.size() - 1);
    }

    String channel() {
        return days.get(0).channel();
    }

    long firstDay() {
        return days.get(0).epochDay();
    }

    long lastDay() {
        return days.get(days.size() - 1).epochDay();
    }

    long spendFen() {
        return days.stream().mapToLong(ChannelDay::spendFen).sum();
    }
}
