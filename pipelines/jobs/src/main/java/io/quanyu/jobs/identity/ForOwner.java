package io.quanyu.jobs.identity;

import io.quanyu.jobs.identity.label.Labelled;
import io.quanyu.jobs.record.RecordType;
import java.util.Comparator;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * A fact for the owner of a label.
 *
 * @param dueMillis when to judge it: at the fact's instant, or later if the clock was beyond that when it set out
 * @param moved true if another owner had the fact before, so that it is no news
 */
@TypeInfo(RecordType.Factory.class)
public record ForOwner(String tenant, long label, Fact fact, long dueMillis, boolean moved) {

    static ForOwner of(Labelled by, Fact fact, boolean moved) {
        return new ForOwner(by.tenant(), by.label(), fact, Math.max(fact.atMillis(), by.dueMillis()), moved);
    }

    public static final Comparator<ForOwner> IN_ORDER = Comparator.comparing(ForOwner::fact, Fact.IN_ORDER);
}
