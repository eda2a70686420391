package io.quanyu.domain.rule;

import io.quanyu.domain.attribution.AttributionPolicy;
import io.quanyu.domain.tag.TagRules;
import io.quanyu.domain.tag.Tags;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;

/**
 * By which rules persons are judged.
 *
 * @param version what rows say that were judged by it, 1 or more
 * @param tags codes of the tags in force, each once
 */
public record RuleSet(long version, List<String> tags, AttributionPolicy attribution) implements Serializable {

    /**
     * Tags that are known, each once.
     *
     * @throws IllegalArgumentException if there is no rule of such a tag, or the version is below 1
     */
    public RuleSet {
        tags = List.copyOf(tags);
        if (version < 1) {
            throw new IllegalArgumentException("Versions of rules begin with 1, but this is " + version);
        }
        if (new HashSet<>(tags).size() != tags.size()) {
            throw new IllegalArgumentException("A tag is in force or not, but of " + tags + " one is named twice");
        }
        TagRules.of(tags);
    }

    /** What is in force where nobody released anything else. */
    public static RuleSet standard() {
        return new RuleSet(1, Tags.CODES, AttributionPolicy.standard());
    }
}
