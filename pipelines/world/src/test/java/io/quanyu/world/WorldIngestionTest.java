package io.quanyu.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.contract.RawHeaders;
import io.quanyu.contract.RawTopics;
import io.quanyu.events.Identifier;
import io.quanyu.ingest.Outcome;
import io.quanyu.ingest.Outcome.Accepted;
import io.quanyu.ingest.Outcome.Refused;
import io.quanyu.ingest.Position;
import io.quanyu.ingest.RawPayload;
import io.quanyu.ingest.door.Ingestion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** The world speaks what ingestion understands, and is refused where the truth says so. */
class WorldIngestionTest {

    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final World WORLD = World.of(7, Size.SMALL);

    private final Ingestion ingestion = Ingestion.withKeys(tenant -> KEY);

    @Test
    void asManyPayloadsAreRefusedAsTheTruthSaysAndForTheSameReasons() {
        SortedMap<String, Integer> refusals = new TreeMap<>();
        List<String> unexpected = new ArrayList<>();
        for (Arrival arrival : WORLD.arrivals()) {
            for (Outcome outcome : outcomes(arrival)) {
                if (outcome instanceof Refused refused) {
                    refusals.merge(refused.reason().name(), 1, Integer::sum);
                    if (!arrival.key().startsWith("broken")) {
                        unexpected.add(refused.reason() + " " + refused.detail() + ": " + arrival.text());
                    }
                }
            }
        }

        assertThat(unexpected).isEmpty();
        assertThat(refusals).isEqualTo(WORLD.truth().refusals());
    }

    @Test
    void theAccountsOfTheEventsAreThoseOfTheTruth() {
        Set<String> accounts = new HashSet<>();
        WORLD.truth().people().forEach(person -> person.linkable().forEach(accounts::addAll));

        Set<String> seen = new HashSet<>();
        events().forEach(accepted -> identifiers(accepted.event()).stream()
                .filter(text -> !text.matches("(phone|order|payment|visit|live_code|project|room)\\|.*"))
                .forEach(seen::add));

        assertThat(seen).isEqualTo(accounts);
    }

    /** Except the definition of a live code, which has no version of its own: to read it again is a new version. */
    @Test
    void redeliveriesHaveTheIdOfTheFirstDelivery() {
        Map<String, List<String>> idsByText = new HashMap<>();
        for (Arrival arrival : WORLD.arrivals()) {
            if (arrival.source().equals("wecom-contact-way")) {
                continue;
            }
            List<String> ids = outcomes(arrival).stream()
                    .filter(Accepted.class::isInstance)
                    .map(outcome -> ((Accepted) outcome).eventId())
                    .toList();
            List<String> first = idsByText.putIfAbsent(arrival.source() + arrival.text(), ids);
            assertThat(ids).isEqualTo(first == null ? ids : first);
        }
    }

    @Test
    void noEventHoldsAClearPhone() {
        assertThat(events()).allSatisfy(accepted -> assertThat(accepted.event().toString())
                .doesNotContainPattern("(?<!\\d)1[3-9]\\d{9}(?!\\d)"));
    }

    private List<Accepted> events() {
        return WORLD.arrivals().stream()
                .flatMap(arrival -> outcomes(arrival).stream())
                .filter(Accepted.class::isInstance)
                .map(Accepted.class::cast)
                .toList();
    }

    private List<Outcome> outcomes(Arrival arrival) {
        Map<String, String> headers = new HashMap<>();
        headers.put(RawHeaders.TENANT, arrival.tenant());
        headers.put(RawHeaders.SHOP, arrival.shop());
        headers.put(RawHeaders.RECEIVED_AT, String.valueOf(arrival.receivedAtMillis()));
        if (arrival.columnMap() != null) {
            headers.put(RawHeaders.MAP, arrival.columnMap());
        }
        var position = new Position(RawTopics.of(arrival.source()), 0, 0);
        return ingestion.ingest(new RawPayload(arrival.source(), headers, arrival.body(), position));
    }

    @SuppressWarnings("unchecked")
    private static List<String> identifiers(SpecificRecord event) {
        var identifiers = (List<Identifier>)
                event.get(event.getSchema().getField("identifiers").pos());
        return identifiers.stream()
                .map(one -> one.getType() + "|" + one.getScope() + "|" + one.getValue())
                .toList();
    }
}
