package io.quanyu.jobs.channel;

import io.quanyu.jobs.record.RecordType;
import java.util.Comparator;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/** The orders paid on one day, shared out by one model. A key in state. */
@TypeInfo(RecordType.Factory.class)
public record CreditedDay(long epochDay, String model) implements Comparable<CreditedDay> {

    private static final Comparator<CreditedDay> BY_DAY_AND_MODEL =
            Comparator.comparingLong(CreditedDay::epochDay).thenComparing(CreditedDay::model);

    @Override
    public int compareTo(CreditedDay other) {
        return BY_DAY_AND_MODEL.compare(this, other);
    }
}
