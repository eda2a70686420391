package io.quanyu.scenarios;

import io.quanyu.scenarios.Story.StoryEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * How the arrival of a story is disturbed.
 *
 * @param shuffleSeed seed of the permutation of arrival between two moments; null for the story's own order
 * @param duplicates whether every event is delivered a second time
 */
public record Variant(@Nullable Long shuffleSeed, boolean duplicates) {

    public static final Variant IN_ORDER = new Variant(null, false);

    private static final int BEHIND_THE_CLOCK_PERCENT = 25;

    /**
     * An event on its way.
     *
     * @param behindClock true if it is sent only after the clock has passed its arrival
     */
    record Delivery(StoryEvent event, Instant receivedAt, boolean behindClock) {}

    /** What the tenant of such a run is called after its story's name; empty for the story as it is. */
    String suffix() {
        return (shuffleSeed == null ? "" : "-shuffle" + shuffleSeed) + (duplicates ? "-duplicates" : "");
    }

    /** For a person: "in order", "shuffled by 3", "with duplicates". */
    String label() {
        String order = shuffleSeed == null ? "in order" : "shuffled by " + shuffleSeed;
        return duplicates ? order + ", with duplicates" : order;
    }

    /** The deliveries of the events that a story has between two of its moments, the later one included. */
    List<Delivery> deliveries(List<StoryEvent> events, Instant moment) {
        List<Delivery> once = new ArrayList<>();
        if (shuffleSeed == null) {
            events.forEach(event -> once.add(new Delivery(event, event.receivedAt(), false)));
        } else {
            once.addAll(shuffled(events, moment, new Random(shuffleSeed * 31 + moment.toEpochMilli())));
        }
        return duplicates ? twice(once, moment) : once;
    }

    private static List<Delivery> shuffled(List<StoryEvent> events, Instant moment, Random random) {
        List<StoryEvent> permuted = new ArrayList<>(events);
        Collections.shuffle(permuted, random);
        List<Delivery> deliveries = new ArrayList<>();
        for (int i = 0; i < permuted.size(); i++) {
            Instant slot = moment.minus(Duration.ofMillis(permuted.size() - i));
            Instant at = permuted.get(i).at();
            boolean behind = random.nextInt(100) < BEHIND_THE_CLOCK_PERCENT;
            deliveries.add(new Delivery(permuted.get(i), at.isAfter(slot) ? at : slot, behind));
        }
        return deliveries;
    }

    private static List<Delivery> twice(List<Delivery> once, Instant moment) {
        List<Delivery> twice = new ArrayList<>(once);
        for (int i = 0; i < once.size(); i++) {
            Delivery first = once.get(i);
            Instant soon = first.receivedAt().plusMillis(1);
            Instant again = i % 2 == 0 || soon.isAfter(moment) ? moment : soon;
            twice.add(new Delivery(first.event(), again, first.behindClock()));
        }
        return twice;
    }
}
