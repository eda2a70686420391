package io.quanyu.jobs.channel;

import io.quanyu.domain.alert.ChannelDay;
import io.quanyu.domain.attribution.Model;
import io.quanyu.domain.customer.Money;
import io.quanyu.jobs.record.RecordType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * State of a channel on a day: cost and credited revenue, in fen. Sums of absurd figures may run over: they do not throw, come back when the
 * figures are taken back, and are said as the most that a column holds.
 *
 * @param revenueFen by model
 * @param judgedSpendFen cost as alerts see it: restatements that come too late do not change it
 * @param judgedRevenueFen revenue by the model {@code last} as alerts see it
 * @param version grows with every change that is said
 */
@TypeInfo(RecordType.Factory.class)
public record DayTotals(
        long spendFen, Map<String, Long> revenueFen, long judgedSpendFen, long judgedRevenueFen, long version) {

    static final DayTotals NONE = new DayTotals(0, Map.of(), 0, 0, 0);

    static final List<String> MODELS = Arrays.stream(Model.values())
            .map(model -> model.name().toLowerCase(Locale.ROOT))
            .toList();

    private static final String JUDGED_MODEL = "last";

    DayTotals spend(long deltaFen) {
        return new DayTotals(spendFen + deltaFen, revenueFen, judgedSpendFen, judgedRevenueFen, version);
    }

    DayTotals credit(String model, long deltaFen) {
        Map<String, Long> credited = new HashMap<>(revenueFen);
        credited.merge(model, deltaFen, Long::sum);
        return new DayTotals(spendFen, credited, judgedSpendFen, judgedRevenueFen, version);
    }

    /** The same as alerts see it from now on. */
    DayTotals judged() {
        return new DayTotals(spendFen, revenueFen, spendFen, revenueFen(JUDGED_MODEL), version);
    }

    DayTotals next() {
        return new DayTotals(spendFen, revenueFen, judgedSpendFen, judgedRevenueFen, version + 1);
    }

    long revenueFen(String model) {
        return revenueFen.getOrDefault(model, 0L);
    }

    boolean isJudgedLike(DayTotals other) {
        return judgedSpendFen == other.judgedSpendFen && judgedRevenueFen == other.judgedRevenueFen;
    }

    boolean saysTheSame(DayTotals other, String model) {
        return spendFen == other.spendFen && revenueFen(model) == other.revenueFen(model);
    }

    ChannelDayChange change(String tenant, ChannelDayKey day, String model, long decidedAtMillis) {
        return new ChannelDayChange(
                tenant,
                day.channel(),
                day.epochDay(),
                model,
                Money.clamped(spendFen),
                Money.clamped(revenueFen(model)),
                version,
                decidedAtMillis);
    }

    ChannelDay asJudged(ChannelDayKey key) {
        return new ChannelDay(
                key.channel(), key.epochDay(), Money.clamped(judgedSpendFen), Money.clamped(judgedRevenueFen));
    }
}
