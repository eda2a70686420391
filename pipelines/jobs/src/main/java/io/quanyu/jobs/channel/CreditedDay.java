package io.quanyu.jobs.channel;

import io.quanyu.domain.attribution.Credit;
import io.quanyu.jobs.record.RecordType;
import java.util.Comparator;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * The orders paid on one day, shared out by one model, for touches at one instant. A key in state.
 *
 * @param touchedMillis when the live code was met; {@link Credit#NO_TOUCH} if that is unknown or it is no live code
 */
@TypeInfo(RecordType.Factory.class)
public record CreditedDay(long epochDay, String model, long touchedMillis) implements Comparable<CreditedDay> {

    static final CreditedDay NONE = new CreditedDay(0, "", Credit.NO_TOUCH);

    private static final Comparator<CreditedDay> BY_DAY_MODEL_AND_TOUCH = Comparator.comparingLong(
                    CreditedDay::epochDay)
            .thenComparing(CreditedDay::model)
            .thenComparingLong(CreditedDay::touchedMillis);

    @Override
    public int compareTo(CreditedDay other) {
        return BY_DAY_MODEL_AND_TOUCH.compare(this, other);
    }
}
