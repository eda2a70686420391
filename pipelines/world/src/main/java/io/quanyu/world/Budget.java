package io.quanyu.world;

import io.quanyu.world.Ledger.Revenue;
import io.quanyu.world.desk.SpendDesk;
import io.quanyu.world.truth.Truth.ExpectedAlert;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Decides what each channel cost, against what it really brought, and so which alerts must come: the live room overspends
 * twice, and the cost of the short videos is once reported threefold and put right later.
 */
final class Budget {

    /** Days on which the live room costs about as much as it brings. The last of them reach the end of the month. */
    static final List<Integer> OVERSPENT = List.of(10, 11, 12, 27, 28, 29, 30);

    /** Days of the short videos that are first reported threefold. */
    static final List<Integer> MISREPORTED = List.of(16, 17, 18);

    private static final long CORRECTED_AT = Moments.at(20, 11 * 3600);

    private static final Map<String, Double> USUAL_ROI = Map.of(
            Merchant.LIVE_ROOM, 2.6,
            Merchant.SHORT_VIDEO, 3.1,
            Merchant.HEADLINES, 2.3,
            Merchant.NOVELS, 2.8,
            Merchant.LOCAL, 4.0);

    private final SortedMap<Integer, SortedMap<String, Long>> costs = new TreeMap<>();

    private Budget() {}

    /** Reports the month: late in the evening of each day, the next morning, and corrections. */
    static List<ExpectedAlert> spend(Chronicle chronicle, long seed) {
        var budget = new Budget();
        for (String channel : Merchant.PAID_CHANNELS) {
            budget.plan(channel, chronicle.ledger().of(channel), Dice.of(seed, "budget", channel.hashCode()));
        }
        budget.report(chronicle);
        return List.of(
                alert(Merchant.LIVE_ROOM, 10, 12, "resolved"),
                alert(Merchant.LIVE_ROOM, 27, 30, "opened"),
                alert(Merchant.SHORT_VIDEO, 16, 18, "withdrawn"));
    }

    private static ExpectedAlert alert(String channel, int first, int last, String status) {
        return new ExpectedAlert(channel, Moments.epochDay(first), Moments.epochDay(last), status);
    }

    private void plan(String channel, SortedMap<Integer, Revenue> revenue, Dice dice) {
        for (int day = Moments.FIRST_DAY; day <= Moments.LAST_DAY; day++) {
            Revenue brought = revenue.getOrDefault(day, Revenue.NONE);
            double roi = USUAL_ROI.get(channel) * dice.between(0.85, 1.15);
            long cost = Math.round(brought.netFen() / roi);
            if (channel.equals(Merchant.LIVE_ROOM) && OVERSPENT.contains(day)) {
                cost = Math.round(brought.grossFen() / dice.between(0.8, 1.15));
            }
            if (cost > 0) {
                costs.computeIfAbsent(day, key -> new TreeMap<>()).put(channel, cost);
            }
        }
    }

    private void report(Chronicle chronicle) {
        costs.forEach((day, cost) -> {
            SpendDesk.report(chronicle, day, scaled(day, cost, 97), Moments.at(day, 23 * 3600 + 1800));
            SpendDesk.report(chronicle, day, scaled(day, cost, 100), Moments.at(day + 1, 9 * 3600 + 1800));
        });
        for (int day : MISREPORTED) {
            SpendDesk.report(chronicle, day, costs.get(day), CORRECTED_AT + day * Moments.SECOND);
        }
    }

    private static SortedMap<String, Long> scaled(int day, SortedMap<String, Long> cost, int percent) {
        SortedMap<String, Long> reported = new TreeMap<>(cost);
        reported.replaceAll((channel, fen) -> fen * percent / 100);
        if (MISREPORTED.contains(day)) {
            reported.computeIfPresent(Merchant.SHORT_VIDEO, (channel, fen) -> fen * 3);
        }
        return reported;
    }
}
