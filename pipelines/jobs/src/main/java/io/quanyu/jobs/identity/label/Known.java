package io.quanyu.jobs.identity.label;

import io.quanyu.jobs.identity.Fact;
import io.quanyu.jobs.identity.Fact.Kind;
import io.quanyu.jobs.record.RecordType;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * A {@link Fact} that an owner has judged, without what its key in state says and without its instant, which is past.
 *
 * @param kind of the fact
 * @param firstSeenMillis of the fact
 * @param lastSeenMillis of the fact
 * @param event of the fact
 */
@TypeInfo(RecordType.Factory.class)
public record Known(Kind kind, long firstSeenMillis, long lastSeenMillis, String event) {

    static Known of(Fact fact) {
        return new Known(fact.kind(), fact.firstSeenMillis(), fact.lastSeenMillis(), fact.event());
    }

    /** The fact again, as of no instant in particular. */
    Fact fact(String about) {
        return new Fact(kind, about, firstSeenMillis, lastSeenMillis, event, 0);
    }
}
