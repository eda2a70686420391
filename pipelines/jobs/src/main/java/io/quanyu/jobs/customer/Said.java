package io.quanyu.jobs.customer;

import io.quanyu.domain.attribution.Credit;
import io.quanyu.domain.customer.Profile;
import io.quanyu.jobs.record.RecordType;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * State of a person: what was last said of them, so that only differences are said. It outlives the person, since the version
 * must grow even if they come back.
 *
 * @param version number of judgements that changed something
 * @param judgedAtMillis the instant of the last judgement; no later one steps back before it
 * @param reviewAtMillis when time alone changes something next, for which a timer is set; {@link Long#MAX_VALUE} if never
 * @param profile null while no account is there
 * @param tags value by code of each tag that stands
 * @param credits of all their orders
 * @param grounds by code of the tags that stand; see {@link StandingTags}
 */
@TypeInfo(RecordType.Factory.class)
public record Said(
        String tenant,
        String oneId,
        long version,
        long judgedAtMillis,
        long reviewAtMillis,
        @Nullable Profile profile,
        Map<String, String> tags,
        List<Credit> credits,
        Map<String, String> grounds) {

    static final Said NOTHING = nothing("", "");

    /** Before the first judgement. */
    static Said nothing(String tenant, String oneId) {
        return new Said(tenant, oneId, 0, Long.MIN_VALUE, Long.MAX_VALUE, null, Map.of(), List.of(), Map.of());
    }

    /** The same, judged at an instant. */
    Said judged(long atMillis, long nextReviewMillis) {
        return new Said(tenant, oneId, version, atMillis, nextReviewMillis, profile, tags, credits, grounds);
    }

    /** The same, as the next version. */
    Said next() {
        return new Said(tenant, oneId, version + 1, judgedAtMillis, reviewAtMillis, profile, tags, credits, grounds);
    }

    Said withProfile(@Nullable Profile now) {
        return new Said(tenant, oneId, version, judgedAtMillis, reviewAtMillis, now, tags, credits, grounds);
    }

    Said withTags(StandingTags now) {
        return new Said(
                tenant, oneId, version, judgedAtMillis, reviewAtMillis, profile, now.values(), credits, now.grounds());
    }

    Said withCredits(List<Credit> now) {
        return new Said(tenant, oneId, version, judgedAtMillis, reviewAtMillis, profile, tags, now, grounds);
    }

    /** Names a change of this version, the same in every replay. */
    String changeId(String of) {
        return String.join("/", oneId, Long.toString(version), of);
    }
}
