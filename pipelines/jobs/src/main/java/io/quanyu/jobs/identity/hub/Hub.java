package io.quanyu.jobs.identity.hub;

import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Sharing;
import io.quanyu.jobs.record.RecordType;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * What is kept of an identifier that several people may share.
 *
 * @param forGood whether it is shared whatever happens: then only ties that were retracted are kept
 * @param ties one for each key of evidence
 * @param wakeMillis when the next timer is set that looks whether time has changed anything; {@link Long#MAX_VALUE} if none is
 */
@TypeInfo(RecordType.Factory.class)
public record Hub(boolean forGood, List<HubTie> ties, long wakeMillis) {

    public static final Hub UNKNOWN = new Hub(false, List.of(), Long.MAX_VALUE);

    Hub wakingAt(long millis) {
        return new Hub(forGood, ties, millis);
    }

    /**
     * A tie and what was last said of it.
     *
     * @param evidence all sightings merged; of a tie that was retracted before it was seen, only its ends and its rule count
     * @param seen whether it was ever seen
     * @param retracted whether it was wrong
     * @param said {@link #NOTHING}, {@link #OPEN}, or the reason for which it is held back
     */
    public record HubTie(Evidence evidence, boolean seen, boolean retracted, String said) {

        static final String NOTHING = "";
        static final String OPEN = "OPEN";

        static HubTie first(Evidence evidence) {
            return new HubTie(evidence, true, false, NOTHING);
        }

        static HubTie unseen(Evidence retracted) {
            return new HubTie(retracted, false, true, NOTHING);
        }

        HubTie seen(Evidence again) {
            return new HubTie(seen ? evidence.merge(again) : again, true, retracted, said);
        }

        HubTie asRetracted() {
            return new HubTie(evidence, seen, true, said);
        }

        HubTie said(String now) {
            return new HubTie(evidence, seen, retracted, now);
        }

        boolean isOpen() {
            return said.equals(OPEN);
        }

        boolean isHeldBack() {
            return !isOpen() && !said.equals(NOTHING);
        }

        Sharing.Tie tie() {
            return new Sharing.Tie(evidence, retracted);
        }
    }
}
