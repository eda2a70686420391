package io.quanyu.domain.tag;

import java.util.List;

/**
 * What all tags say of a person at an instant.
 *
 * @param tags every tag once, standing or not, in the order of {@link Tags#CODES}
 * @param nextReviewMillis the first instant after the judged one at which some value changes by time alone, epoch milliseconds;
 *     {@link Long#MAX_VALUE} if none ever does. Reasons may go out of date earlier: they describe the judged instant
 */
public record Judgement(List<TagState> tags, long nextReviewMillis) {

    /** Codes of the tags that stand. */
    public List<String> standing() {
        return tags.stream().filter(TagState::stands).map(TagState::tag).toList();
    }
}
