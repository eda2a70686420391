package io.quanyu.scenarios;

import io.quanyu.contract.EventKind;
import io.quanyu.contract.EventKinds;
import io.quanyu.contract.Identifiers;
import io.quanyu.contract.RawHeaders;
import io.quanyu.contract.RawTopics;
import io.quanyu.scenarios.Story.Expectation;
import io.quanyu.scenarios.Story.StoryEvent;
import io.quanyu.scenarios.StoryReader.BadStory;
import io.quanyu.scenarios.Variant.Delivery;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.avro.generic.GenericRecord;

/** Plays all casts together, in time order under one clock, and asks each what it expects at its moments. */
public final class PlayStories {

    private static final Duration JUST_BEFORE = Duration.ofMillis(1);

    private final Stage stage;
    private final Map<String, EventForm> forms = new LinkedHashMap<>();
    private final Map<Cast, List<String>> failures = new LinkedHashMap<>();
    private final Consumer<String> progress;

    /**
     * @param formOf the form of the events of a tenant
     * @param progress told which moment is played
     */
    public PlayStories(Stage stage, List<Cast> casts, Function<String, EventForm> formOf, Consumer<String> progress) {
        this.stage = stage;
        this.progress = progress;
        for (Cast cast : casts) {
            if (forms.put(cast.tenant(), formOf.apply(cast.tenant())) != null) {
                throw new BadStory("Two stories have the name " + cast.tenant() + ": rename one of the files");
            }
            failures.put(cast, new ArrayList<>());
        }
    }

    /** What differs for each cast, in the given order; an empty list where the story holds. */
    public Map<Cast, List<String>> play() throws InterruptedException, SQLException {
        Deque<Sending> ahead = sendings(false);
        Deque<Sending> behind = sendings(true);
        TreeSet<Instant> moments = new TreeSet<>();
        failures.keySet().forEach(cast -> moments.addAll(cast.story().moments()));
        for (Instant moment : moments) {
            progress.accept(
                    moment.atZone(StoryReader.SHANGHAI).toLocalDateTime().toString());
            send(ahead, moment);
            if (due(behind, moment)) {
                stage.untilThrough();
                stage.tick(moment.minus(JUST_BEFORE));
                send(behind, moment);
            }
            stage.untilThrough();
            stage.tick(moment);
            ask(moment);
        }
        return failures;
    }

    /** A delivery with the tenant that it is for. */
    private record Sending(Cast cast, Delivery delivery) {}

    private Deque<Sending> sendings(boolean behindClock) {
        List<Sending> all = new ArrayList<>();
        for (Cast cast : failures.keySet()) {
            for (Delivery delivery : cast.deliveries()) {
                if (delivery.behindClock() == behindClock) {
                    all.add(new Sending(cast, delivery));
                }
            }
        }
        all.sort(Comparator.comparing(sending -> sending.delivery().receivedAt()));
        return new ArrayDeque<>(all);
    }

    private static boolean due(Deque<Sending> sendings, Instant moment) {
        return !sendings.isEmpty() && !sendings.peek().delivery().receivedAt().isAfter(moment);
    }

    private void send(Deque<Sending> sendings, Instant moment) {
        while (due(sendings, moment)) {
            Sending sending = sendings.remove();
            StoryEvent event = sending.delivery().event();
            if (event.kind().equals("raw")) {
                sendRaw(sending.cast(), event, sending.delivery().receivedAt());
            } else {
                sendEvent(sending.cast(), event, sending.delivery().receivedAt());
            }
        }
    }

    private void sendEvent(Cast cast, StoryEvent event, Instant receivedAt) {
        GenericRecord record = forms.get(cast.tenant()).record(event, receivedAt);
        GenericRecord subject = (GenericRecord) record.get("subject");
        String text = Identifiers.text(
                (String) subject.get("type"), (String) subject.get("scope"), (String) subject.get("value"));
        EventKind kind = EventKinds.named(event.kind());
        stage.send(kind.topic(), Identifiers.key(cast.tenant(), text), kind.encode(record), Map.of());
    }

    private void sendRaw(Cast cast, StoryEvent event, Instant receivedAt) {
        String source = event.fields().path("source").asText();
        String body = event.fields().path("body").asText();
        if (source.isEmpty() || body.isEmpty()) {
            throw new BadStory(event.place() + ".raw needs source and body");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(RawHeaders.TENANT, cast.tenant());
        headers.put(RawHeaders.SHOP, event.fields().path("shop").asText("shop1"));
        headers.put(RawHeaders.RECEIVED_AT, Long.toString(receivedAt.toEpochMilli()));
        stage.send(RawTopics.of(source), cast.tenant(), body.getBytes(StandardCharsets.UTF_8), headers);
    }

    private void ask(Instant moment) throws InterruptedException, SQLException {
        Map<Cast, List<Expectation>> asked = new LinkedHashMap<>();
        failures.keySet().forEach(cast -> {
            if (!cast.askedAt(moment).isEmpty()) {
                asked.put(cast, cast.askedAt(moment));
            }
        });
        if (asked.isEmpty()) {
            return;
        }
        stage.untilDecided();
        new AskCasts(stage).differences(asked).forEach((cast, differences) -> failures.get(cast)
                .addAll(differences));
    }
}
