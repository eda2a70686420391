package io.quanyu.jobs.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.jobs.customer.CreditChange;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameChannelsTest {

    private static final long DAY = 20_513;

    @Test
    void aLateDefinitionMovesWhatWasCreditedBefore() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement1(credit("code:LC-1", 10, 500), 0);
            harness.processElement1(credit("code:LC-1", 10, -100), 0);
            harness.processElement2(defined("LC-1", "抖音直播间", 20, 1), 0);

            harness.processBothWatermarks(new Watermark(100));

            assertThat(harness.extractOutputValues())
                    .containsExactly(said("LC-1", 400, 10), said("LC-1", -400, 20), said("抖音直播间", 400, 20));
        }
    }

    @Test
    void anOlderDefinitionChangesNothingAndAnUnchangedChannelNeither() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement2(defined("LC-1", "抖音直播间", 10, 5), 0);
            harness.processElement1(credit("code:LC-1", 10, 500), 0);
            harness.processElement2(defined("LC-1", "门店", 20, 4), 0);
            harness.processElement2(defined("LC-1", "抖音直播间", 30, 6), 0);

            harness.processBothWatermarks(new Watermark(100));

            assertThat(harness.extractOutputValues()).containsExactly(said("抖音直播间", 500, 10));
        }
    }

    @Test
    void aCodeGivenToAnotherChannelFromADayOnMovesNothingBefore() throws Exception {
        var parcel = new LiveCodeFact("shop", "code-2", 20, "LC-1", "包裹卡", 2, 15, Long.MAX_VALUE);
        OperatorSubtaskState state;
        try (var harness = harness()) {
            harness.open();
            harness.processElement2(defined("LC-1", "电梯海报", 1, 1), 0);
            harness.processElement1(credit("code:LC-1", 10, 500, 9L), 0);
            harness.processElement1(credit("code:LC-1", 16, 300, 15L), 0);
            harness.processBothWatermarks(new Watermark(18));
            harness.processElement2(parcel, 0);
            state = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(state);
            harness.open();
            harness.processElement1(credit("code:LC-1", 30, 40, 9L), 0);
            harness.processElement1(credit("code:LC-1", 30, 70, 25L), 0);

            harness.processBothWatermarks(new Watermark(100));

            assertThat(harness.extractOutputValues())
                    .containsExactly(
                            said("包裹卡", 300, 20), said("电梯海报", -300, 20), said("包裹卡", 70, 30), said("电梯海报", 40, 30));
        }
    }

    @Test
    void aChannelAndDirectNeedNoDefinition() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement1(credit("channel:小红书", 10, 500), 0);
            harness.processElement1(credit("direct", 10, 300), 0);

            harness.processBothWatermarks(new Watermark(100));

            assertThat(harness.extractOutputValues())
                    .containsExactlyInAnyOrder(said("小红书", 500, 10), said("direct", 300, 10));
        }
    }

    @ParameterizedTest
    @CsvSource({"20, 30", "30, 20", "20, 20"})
    void ofDefinitionsOfOneVersionThatWithTheLargerEventIdCounts(long smallerAt, long largerAt) throws Exception {
        var smaller = LiveCodeFact.always("shop", "e-a", smallerAt, "LC-1", "抖音直播间", 7);
        var larger = LiveCodeFact.always("shop", "e-b", largerAt, "LC-1", "门店", 7);
        for (var arrivals : List.of(List.of(smaller, larger), List.of(larger, smaller))) {
            try (var harness = harness()) {
                harness.open();
                harness.processElement1(credit("code:LC-1", 10, 500), 0);
                for (LiveCodeFact definition : arrivals) {
                    harness.processElement2(definition, 0);
                }

                harness.processBothWatermarks(new Watermark(100));

                assertThat(byChannel(harness.extractOutputValues())).isEqualTo(Map.of("门店", 500L));
            }
        }
    }

    private static Map<String, Long> byChannel(List<ChannelCredit> credits) {
        Map<String, Long> sums = new TreeMap<>();
        credits.forEach(credit -> sums.merge(credit.channel(), credit.deltaFen(), Math::addExact));
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }

    private static CreditChange credit(String source, long at, long fen) {
        return credit(source, at, fen, null);
    }

    private static CreditChange credit(String source, long at, long fen, @Nullable Long touched) {
        return new CreditChange("shop", "youzan|1|E1", "last", source, DAY, fen, "e", "p1", at, "id", touched);
    }

    private static LiveCodeFact defined(String code, String channel, long at, long version) {
        return LiveCodeFact.always("shop", "code-" + version, at, code, channel, version);
    }

    private static ChannelCredit said(String channel, long fen, long at) {
        return new ChannelCredit("shop", channel, DAY, "last", fen, at);
    }

    static KeyedTwoInputStreamOperatorTestHarness<String, CreditChange, LiveCodeFact, ChannelCredit> harness()
            throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new NameChannels()),
                CreditChange::source,
                definition -> NameChannels.CODE + definition.code(),
                Types.STRING);
    }
}
