package io.quanyu.world.truth;

import java.util.List;
import java.util.SortedMap;

/**
 * What is really so in a world: what a perfect platform would find out.
 *
 * @param people everybody with at least one account that shows up in a payload
 * @param refusals how many payloads must be refused, by what is wrong with them
 * @param repeats how many arrivals carry the same bytes as an earlier one
 * @param alerts the ROI alerts that the month must raise
 */
public record Truth(
        List<RealPerson> people, SortedMap<String, Integer> refusals, int repeats, List<ExpectedAlert> alerts) {

    /**
     * An ROI alert that must be raised.
     *
     * @param channel the channel whose ROI falls below the threshold
     * @param firstEpochDay first day of the streak, calendar day in Asia/Shanghai
     * @param lastEpochDay last day of the streak
     * @param status what becomes of it by the end: opened, resolved or withdrawn
     */
    public record ExpectedAlert(String channel, long firstEpochDay, long lastEpochDay, String status) {}
}
