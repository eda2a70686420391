package io.quanyu.jobs.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quanyu.domain.alert.RoiPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchRoiTest {

    private static final long FIRST = LocalDate.parse("2026-03-01").toEpochDay();
    private static final long NOON = Instant.parse("2026-03-01T12:00:00+08:00").toEpochMilli();
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long THIRD_CLOSES =
            Instant.parse("2026-03-04T00:10:00+08:00").toEpochMilli();

    private final List<ChannelDayChange> days = new ArrayList<>();
    private final List<AlertChange> alerts = new ArrayList<>();
    private KeyedTwoInputStreamOperatorTestHarness<String, SpendFact, ChannelCredit, ChannelDayChange> harness;

    @BeforeEach
    void open() throws Exception {
        harness = harness();
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void opensWhenTheThirdBadDayCloses() throws Exception {
        for (int day = 0; day < 3; day++) {
            harness.processElement1(spent("s" + day, day, NOON + day * DAY, 100_00), 0);
            harness.processElement2(credited(day, NOON + day * DAY, 120_00), 0);
        }

        tick(THIRD_CLOSES - 1);
        assertThat(alerts).isEmpty();
        tick(THIRD_CLOSES + 5 * DAY);

        assertThat(alerts)
                .extracting(AlertChange::status, AlertChange::version, AlertChange::days, AlertChange::decidedAtMillis)
                .containsExactly(tuple("opened", 1L, List.of(FIRST, FIRST + 1, FIRST + 2), THIRD_CLOSES));
        assertThat(alerts.get(0).roi()).containsExactly("1.2000", "1.2000", "1.2000");
        assertThat(alerts.get(0).threshold()).isEqualTo("1.500");
        assertThat(alerts.get(0).spendAtRiskFen()).isEqualTo(300_00);
        assertThat(alerts.get(0).validAtMillis()).isEqualTo(THIRD_CLOSES);
    }

    @Test
    void withdrawsAtOnceWhenAClosedDayIsRestated() throws Exception {
        threeBadDays();
        restore();
        harness.processElement2(credited(1, THIRD_CLOSES + 5, 900_00), 0);

        tick(THIRD_CLOSES + 5);

        assertThat(alerts)
                .extracting(AlertChange::status, AlertChange::version, AlertChange::decidedAtMillis)
                .containsExactly(tuple("opened", 1L, THIRD_CLOSES), tuple("withdrawn", 2L, THIRD_CLOSES + 5));
    }

    @Test
    void aDayIsJudgedAsItClosesBeforeTheFactsOfThatInstant() throws Exception {
        harness.processElement2(credited(1, THIRD_CLOSES, 900_00), 0);
        threeBadDays();

        assertThat(alerts)
                .extracting(AlertChange::status, AlertChange::version, AlertChange::decidedAtMillis)
                .containsExactly(tuple("opened", 1L, THIRD_CLOSES), tuple("withdrawn", 2L, THIRD_CLOSES));
    }

    @Test
    void aRestatementAfterThirtyDaysIsShownButNotJudged() throws Exception {
        threeBadDays();
        long late = THIRD_CLOSES + 31 * DAY;
        harness.processElement2(credited(1, late, 900_00), 0);

        tick(late + 60 * DAY);

        assertThat(alerts).extracting(AlertChange::status).containsExactly("opened");
        assertThat(days.get(days.size() - 1).revenueFen()).isEqualTo(900_00);
        assertThat(days.get(days.size() - 1).decidedAtMillis()).isEqualTo(late);
    }

    @Test
    void theNewestReportOfAThingCountsEvenForAnotherChannel() throws Exception {
        harness.processElement1(new SpendFact("shop", "s2", NOON, "门店", "p|1|p||", FIRST, 2, 70), 0);
        harness.processElement1(new SpendFact("shop", "s1", NOON + 1, "抖音直播间", "p|1|p||", FIRST, 1, 50), 0);
        harness.processElement1(new SpendFact("shop", "s3", NOON + 2, "抖音直播间", "p|1|p||", FIRST, 3, 60), 0);

        tick(NOON + 10);

        assertThat(days)
                .filteredOn(change -> change.model().equals("last"))
                .extracting(ChannelDayChange::channel, ChannelDayChange::spendFen, ChannelDayChange::version)
                .containsExactly(tuple("门店", 70L, 1L), tuple("抖音直播间", 60L, 1L), tuple("门店", 0L, 2L));
    }

    @Test
    void whatEvensOutWithinAnInstantIsNotSaid() throws Exception {
        harness.processElement2(credited(0, NOON, 100), 0);
        harness.processElement2(credited(0, NOON, -100), 0);

        tick(NOON);

        assertThat(days).isEmpty();
    }

    @Test
    void aDayThatIsOpenAtTheRestoreIsJudgedWhenItCloses() throws Exception {
        for (int day = 0; day < 3; day++) {
            harness.processElement1(spent("s" + day, day, NOON + day * DAY, 100_00), 0);
        }
        harness.processElement2(credited(2, NOON + 2 * DAY, 900_00), 0);
        tick(NOON + 2 * DAY);
        restore();
        harness.processElement2(credited(2, NOON + 2 * DAY + 1, -800_00), 0);

        tick(THIRD_CLOSES - 1);
        assertThat(alerts).isEmpty();
        restore();
        tick(THIRD_CLOSES);

        assertThat(alerts)
                .extracting(AlertChange::status, AlertChange::decidedAtMillis, AlertChange::roi)
                .containsExactly(tuple("opened", THIRD_CLOSES, List.of("0.0000", "0.0000", "1.0000")));
    }

    @Test
    void whatComesLateAfterARestoreIsKnownSinceTheInstantLastHandled() throws Exception {
        threeBadDays();
        restore();
        harness.processElement2(credited(1, NOON, 900_00), 0);
        tick(THIRD_CLOSES + 100);
        assertThat(days.get(days.size() - 1).decidedAtMillis()).isEqualTo(THIRD_CLOSES);
        harness.processElement2(credited(1, NOON, -900_00), 0);
        tick(THIRD_CLOSES + 200);
        restore();
        harness.processElement2(credited(1, NOON, 800_00), 0);
        tick(THIRD_CLOSES + 300);

        assertThat(alerts)
                .extracting(AlertChange::status, AlertChange::version, AlertChange::decidedAtMillis)
                .containsExactly(
                        tuple("opened", 1L, THIRD_CLOSES),
                        tuple("withdrawn", 2L, THIRD_CLOSES),
                        tuple("opened", 3L, THIRD_CLOSES + 100),
                        tuple("withdrawn", 4L, THIRD_CLOSES + 100));
    }

    private void threeBadDays() throws Exception {
        for (int day = 0; day < 3; day++) {
            harness.processElement1(spent("s" + day, day, NOON + day * DAY, 100_00), 0);
        }
        tick(THIRD_CLOSES);
    }

    private void tick(long millis) throws Exception {
        harness.processBothWatermarks(new Watermark(millis));
        days.addAll(harness.extractOutputValues());
        harness.getOutput().clear();
        var said = Objects.requireNonNullElseGet(
                harness.getSideOutput(WatchRoi.ALERTS), () -> new ConcurrentLinkedQueue<StreamRecord<AlertChange>>());
        for (var entry = said.poll(); entry != null; entry = said.poll()) {
            alerts.add(entry.getValue());
        }
    }

    private void restore() throws Exception {
        var snapshot = harness.snapshot(1, 1);
        close();
        harness = harness();
        harness.initializeState(snapshot);
        harness.open();
    }

    @Test
    void reportsOfOneAccountAreNotAddedAcrossGrains() throws Exception {
        harness.processElement1(new SpendFact("shop", "h", NOON, "门店", "p|1|p||10", FIRST, 1, 40), 0);
        harness.processElement1(new SpendFact("shop", "d", NOON + 1, "门店", "p|1|p||", FIRST, 1, 100), 0);
        tick(NOON + 1);
        restore();
        harness.processElement1(new SpendFact("shop", "a", NOON + 2, "全部", "p|1|||", FIRST, 1, 130), 0);
        harness.processElement1(new SpendFact("shop", "b", NOON + 2, "地铁", "p|2|||", FIRST, 1, 130), 0);
        tick(NOON + 2);

        assertThat(days)
                .filteredOn(change -> change.model().equals("last"))
                .extracting(ChannelDayChange::channel, ChannelDayChange::spendFen, ChannelDayChange::version)
                .containsExactly(
                        tuple("门店", 40L, 1L), tuple("门店", 100L, 2L), tuple("全部", 30L, 1L), tuple("地铁", 130L, 1L));
    }

    private static SpendFact spent(String event, int day, long at, long fen) {
        return new SpendFact("shop", event, at, "抖音直播间", "oceanengine|1|p" + day + "||", FIRST + day, at, fen);
    }

    private static ChannelCredit credited(int day, long at, long fen) {
        return new ChannelCredit("shop", "抖音直播间", FIRST + day, "last", fen, at);
    }

    static KeyedTwoInputStreamOperatorTestHarness<String, SpendFact, ChannelCredit, ChannelDayChange> harness()
            throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new WatchRoi(new RoiPolicy(1500, 3, 1, 7))),
                SpendFact::tenant,
                ChannelCredit::tenant,
                Types.STRING);
    }
}
