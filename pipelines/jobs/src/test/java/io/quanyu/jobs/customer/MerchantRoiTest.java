package io.quanyu.jobs.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.jobs.channel.ChannelChain;
import io.quanyu.jobs.channel.ChannelDayChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Cost and revenue of channels come to what a batch over all facts comes to, day by day, to the fen. A failure names its seed. */
class MerchantRoiTest {

    @RepeatedTest(300)
    void channelsCostAndBringWhatABatchOverAllFactsSays(RepetitionInfo repetition) throws Exception {
        long seed = repetition.getCurrentRepetition();
        MerchantMonth month = MerchantMonth.of(seed);
        MerchantChannels channels = MerchantChannels.of(seed);
        var batch = new BatchRoi(month, channels, BatchCount.of(month));
        try (Chain persons = Chain.open();
                ChannelChain watched = ChannelChain.open()) {
            MerchantMonthTest.play(month, new Random(seed), persons);
            List<Object> facts = new ArrayList<>(channels.facts());
            facts.addAll(channels.facts().subList(0, 20));
            facts.addAll(persons.credits());
            Collections.shuffle(facts, new Random(seed));
            for (Object fact : facts) {
                watched.bring(fact);
            }
            watched.tick(MerchantMonth.END);

            Collection<ChannelDayChange> days = newest(watched.days()).values();
            Map<String, Long> revenue = new TreeMap<>();
            Map<String, Long> spend = new TreeMap<>();
            for (ChannelDayChange day : days) {
                if (day.revenueFen() != 0 && !day.channel().equals("unlinked_refund")) {
                    revenue.put(day.channel() + "|" + day.day() + "|" + day.model(), day.revenueFen());
                }
                if (day.spendFen() != 0) {
                    spend.put(day.channel() + "|" + day.day(), day.spendFen());
                }
            }
            assertThat(revenue).isEqualTo(batch.revenue());
            assertThat(spend).isNotEmpty().isEqualTo(batch.spend());
        }
    }

    private static Map<String, ChannelDayChange> newest(List<ChannelDayChange> changes) {
        Map<String, ChannelDayChange> newest = new TreeMap<>();
        changes.forEach(change -> newest.merge(
                change.channel() + "|" + change.day() + "|" + change.model(),
                change,
                (one, other) -> one.version() > other.version() ? one : other));
        return newest;
    }
}
