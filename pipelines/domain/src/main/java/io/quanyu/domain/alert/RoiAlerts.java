package io.quanyu.domain.alert;

import java.util.Collection;
import java.util.List;

/** ROI alerts as a function of the channel days, and the difference to what was said before. */
public final class RoiAlerts {

    private RoiAlerts() {}

    /**
     * All alerts of one tenant, by id; each OPENED or RESOLVED.
     *
     * @param days at most one per channel and day
     * @param closedThroughEpochDay the last closed day; later days do not count yet
     */
    public static List<RoiAlert> of(Collection<ChannelDay> days, RoiPolicy policy, long closedThroughEpochDay) {
        return List.of();
    }

    /** What has to be said now, given what {@link #of} gave when something was last said. */
    public static List<RoiAlert> changes(List<RoiAlert> said, List<RoiAlert> now) {
        return List.of();
    }
}
