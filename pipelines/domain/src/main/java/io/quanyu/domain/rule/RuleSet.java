package io.quanyu.domain.rule;

import io.quanyu.domain.attribution.AttributionPolicy;
import io.quanyu.domain.tag.Tags;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;

/**
 * By which rules persons are judged.
 *
 * @param version what rows say that were judged by it, 1 or more
 * @param tags codes of the tags in force, each once; those that this build has no rule for do not count
 */
public record RuleSet(long version, List<String> tags, AttributionPolicy attribution) implements Serializable {

    /**
     * Of tags that this build need not know: a rule that is no more says nothing.
     *
     * @throws IllegalArgumentException if the version is out of bounds, or a tag is named twice
     */
    public RuleSet {
        tags = List.copyOf(tags);
        if (version < 1 || version > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "Versions of rules begin with 1 and end with " + Integer.MAX_VALUE + ", but this is " + version);
        }
        if (new HashSet<>(tags).size() != tags.size()) {
            throw new IllegalArgumentException("A tag is in force or not, but of " + tags + " one is named twice");
        }
    }

    /** What is in force where nobody released anything else. */
    public static RuleSet standard() {
        return new RuleSet(1, Tags.CODES, AttributionPolicy.standard());
    }
}
