package io.quanyu.jobs.customer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quanyu.domain.tag.Judgement;
import io.quanyu.domain.tag.TagState;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The tags of a person that stand, by code.
 *
 * @param values value of each
 * @param grounds names since when, why and by which facts each stands: equal names, equal grounds. None for a tag that an older build set
 */
record StandingTags(Map<String, String> values, Map<String, String> grounds) {

    static final StandingTags NONE = new StandingTags(Map.of(), Map.of());

    static StandingTags of(Judgement judgement) {
        Map<String, String> values = judgement.values();
        Map<String, String> grounds = new HashMap<>();
        for (String tag : values.keySet()) {
            judgement.tag(tag).ifPresent(state -> grounds.put(tag, grounds(state)));
        }
        return new StandingTags(values, Map.copyOf(grounds));
    }

    /** Whether a tag stands on other grounds than before; not if those are unknown. */
    boolean hasOtherGrounds(String tag, StandingTags before) {
        String old = before.grounds.get(tag);
        return old != null && !old.equals(grounds.get(tag));
    }

    private static String grounds(TagState state) {
        String said = state.sinceMillis() + state.reason() + state.witnesses();
        return UUID.nameUUIDFromBytes(said.getBytes(UTF_8)).toString();
    }
}
