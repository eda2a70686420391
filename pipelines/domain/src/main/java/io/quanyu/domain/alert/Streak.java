package io.quanyu.domain.alert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Consecutive spend days of one channel below the threshold.
 *
 * @param days at least one, ascending
 * @param end the first spend day after them, which reaches the threshold; null while there is none
 */
record Streak(List<ChannelDay> days, @Nullable ChannelDay end) {

    /** All streaks in a channel's spend days, which ascend. */
    static List<Streak> in(Collection<ChannelDay> series, long thresholdMilli) {
        List<Streak> streaks = new ArrayList<>();
        List<ChannelDay> below = new ArrayList<>();
        for (ChannelDay day : series) {
            if (!day.roi().reaches(thresholdMilli)) {
                below.add(day);
            } else if (!below.isEmpty()) {
                streaks.add(new Streak(List.copyOf(below), day));
                below.clear();
            }
        }
        if (!below.isEmpty()) {
            streaks.add(new Streak(List.copyOf(below), null));
        }
        return streaks;
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
