package io.quanyu.scenarios;

import io.quanyu.scenarios.Story.Expectation;
import io.quanyu.scenarios.Story.StoryEvent;
import io.quanyu.scenarios.Variant.Delivery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One story played in one way, as a tenant of its own. */
public record Cast(Story story, Variant variant, String tenant) {

    public static Cast of(Story story, Variant variant) {
        return new Cast(story, variant, story.name() + variant.suffix());
    }

    /** For a person: the story and how it was played. */
    public String label() {
        return story.name() + " (" + variant.label() + ")";
    }

    /** Everything that is delivered, each with the story's moment by which it must be through. */
    List<Delivery> deliveries() {
        List<Delivery> all = new ArrayList<>();
        Instant before = Instant.MIN;
        for (Instant moment : story.moments()) {
            Instant from = before;
            List<StoryEvent> segment = story.events().stream()
                    .filter(event -> event.receivedAt().isAfter(from)
                            && !event.receivedAt().isAfter(moment))
                    .toList();
            all.addAll(variant.deliveries(segment, moment));
            before = moment;
        }
        return all;
    }

    /** What is asked at a moment. The default moment of an expectation is the story's end. */
    List<Expectation> askedAt(Instant moment) {
        return story.expectations().stream()
                .filter(expectation -> !(expectation.inOrderOnly() && variant.shuffleSeed() != null))
                .filter(expectation ->
                        moment.equals(expectation.at().equals(Instant.MAX) ? story.end() : expectation.at()))
                .toList();
    }
}
