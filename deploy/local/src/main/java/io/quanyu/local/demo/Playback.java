package io.quanyu.local.demo;

import io.quanyu.local.lifecycle.EmbeddedPlatform;
import io.quanyu.local.platform.PlatformTopics;
import io.quanyu.local.platform.Progress;
import io.quanyu.world.Arrival;
import io.quanyu.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Plays a world through the raw topics in slices of days: what arrives in a slice, then, when it is through, the clock to the
 * slice's end. A playback that was broken off goes on where Kafka says it stands. Where the slices end does not
 * change any answer.
 */
final class Playback {

    private static final Duration SLICE = Duration.ofDays(5);

    private final EmbeddedPlatform platform;
    private final Progress progress;
    private final Phases phases;

    Playback(EmbeddedPlatform platform, Progress progress, Phases phases) {
        this.platform = platform;
        this.progress = progress;
        this.phases = phases;
    }

    /** Plays all that is still to come and returns when the answers can be read. */
    void play(World world) throws Exception {
        PlayedSoFar position = PlayedSoFar.read(platform.kafka(), PlatformTopics.RAW, PlatformTopics.CLOCK);
        try (var producer = new RawProducer(platform.kafka(), position.ends())) {
            List<Arrival> arrivals = world.arrivals();
            int begin = 0;
            for (Instant end : sliceEnds(world)) {
                int until = firstAfter(arrivals, begin, end);
                slice(producer, arrivals.subList(begin, until), end, position);
                begin = until;
            }
        }
        phases.time("decide", platform::untilDecided);
    }

    private void slice(RawProducer producer, List<Arrival> arrivals, Instant end, PlayedSoFar position)
            throws Exception {
        int[] sent = new int[1];
        phases.time("publish", () -> sent[0] = producer.publish(arrivals));
        boolean ticked = position.lastTick().filter(tick -> !tick.isBefore(end)).isPresent();
        if (ticked) {
            return;
        }
        phases.time("ingest", platform::untilThrough);
        phases.time("publish", () -> platform.tick(end));
        progress.say(String.format("World  %6d payloads, clock at %s", sent[0], ShanghaiTime.text(end)));
    }

    /** Every five days, at the end of the last day, and at the end of the world. */
    static List<Instant> sliceEnds(World world) {
        List<Instant> ends = new ArrayList<>();
        for (Instant end = World.START.plus(SLICE); end.isBefore(world.end()); end = end.plus(SLICE)) {
            ends.add(end);
        }
        ends.add(world.end());
        return ends;
    }

    private static int firstAfter(List<Arrival> arrivals, int begin, Instant end) {
        int index = begin;
        while (index < arrivals.size() && arrivals.get(index).receivedAtMillis() <= end.toEpochMilli()) {
            index++;
        }
        return index;
    }
}
