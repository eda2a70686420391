package io.quanyu.jobs.channel;

import io.quanyu.jobs.Frozen;
import io.quanyu.jobs.customer.CreditChange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;

/** The operators of the channel job. */
public final class FrozenChannel {

    private static final String CHANNEL = "抖音直播间";
    private static final long FIRST = LocalDate.parse("2026-03-01").toEpochDay();
    private static final long NOON = Instant.parse("2026-03-01T12:00:00+08:00").toEpochMilli();
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long AFTER_THREE_DAYS = NOON + 3 * DAY;

    private FrozenChannel() {}

    public static Stream<Frozen<?>> operators() {
        return Stream.of(
                new Frozen<>("name-channels", NameChannelsTest::harness, FrozenChannel::credit, FrozenChannel::rename),
                new Frozen<>(
                        "watch-roi",
                        WatchRoiTest::harness,
                        FrozenChannel::spend,
                        FrozenChannel::restate,
                        List.of(WatchRoi.ALERTS)));
    }

    private static void credit(
            KeyedTwoInputStreamOperatorTestHarness<String, CreditChange, LiveCodeFact, ChannelCredit> channels)
            throws Exception {
        channels.processElement2(defined(NOON, CHANNEL, 1), 0);
        channels.processElement1(credited(NOON, 12_900), 0);
        channels.processBothWatermarks(new Watermark(NOON));
        channels.processElement1(credited(NOON + DAY, -900), 0);
        channels.processElement2(defined(NOON + 2 * DAY, "门店", 2), 0);
    }

    private static void rename(
            KeyedTwoInputStreamOperatorTestHarness<String, CreditChange, LiveCodeFact, ChannelCredit> channels)
            throws Exception {
        channels.processElement2(defined(NOON + DAY, "小红书", 0), 0);
        channels.processBothWatermarks(new Watermark(NOON + 2 * DAY));
    }

    /** Three bad days, of which an alert is opened, and what waits for the next noon. */
    private static void spend(
            KeyedTwoInputStreamOperatorTestHarness<String, SpendFact, ChannelCredit, ChannelDayChange> days)
            throws Exception {
        for (int day = 0; day < 3; day++) {
            days.processElement1(spent(day, NOON + day * DAY, 100_00), 0);
            days.processElement2(earned(day, NOON + day * DAY, 120_00), 0);
        }
        days.processBothWatermarks(new Watermark(AFTER_THREE_DAYS - 1));
        days.processElement1(spent(1, AFTER_THREE_DAYS, 90_00), 0);
        days.processElement2(earned(0, AFTER_THREE_DAYS, 5_00), 0);
    }

    private static void restate(
            KeyedTwoInputStreamOperatorTestHarness<String, SpendFact, ChannelCredit, ChannelDayChange> days)
            throws Exception {
        days.processBothWatermarks(new Watermark(AFTER_THREE_DAYS));
        days.processElement2(earned(2, AFTER_THREE_DAYS + 1, 900_00), 0);
        days.processBothWatermarks(new Watermark(AFTER_THREE_DAYS + 1));
    }

    private static CreditChange credited(long at, long fen) {
        return new CreditChange(
                "shop", "youzan|1|E1", "last", "code:LC-1", FIRST, fen, "e1", "p1", at, "id-" + at, null);
    }

    private static LiveCodeFact defined(long at, String channel, long version) {
        return LiveCodeFact.always("shop", "code-" + version, at, "LC-1", channel, version);
    }

    private static SpendFact spent(int day, long at, long fen) {
        return new SpendFact("shop", "spend-" + day, at, CHANNEL, "oceanengine|1|p" + day + "||", FIRST + day, at, fen);
    }

    private static ChannelCredit earned(int day, long at, long fen) {
        return new ChannelCredit("shop", CHANNEL, FIRST + day, "last", fen, at);
    }
}
