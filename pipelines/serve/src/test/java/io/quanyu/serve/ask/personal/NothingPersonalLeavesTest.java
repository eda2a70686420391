package io.quanyu.serve.ask.personal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanyu.contract.RawHeaders;
import io.quanyu.contract.RawTopics;
import io.quanyu.ingest.CanonicalJson;
import io.quanyu.ingest.Outcome;
import io.quanyu.ingest.Position;
import io.quanyu.ingest.RawPayload;
import io.quanyu.ingest.door.Ingestion;
import io.quanyu.ingest.door.Sources;
import io.quanyu.ingest.file.FilePayload;
import io.quanyu.ingest.file.PayloadFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every notation of something personal, in every field of every sample of every source: neither an event nor a dead letter
 * shows it. Tables and exports hold nothing else. What is looked with shares no code with what guards. Each field has every fifth notation
 * and each notation every fifth field; the profile {@code campaign} tries all.
 */
class NothingPersonalLeavesTest {

    private static final Path SOURCES = Path.of("../ingest/src/test/resources/io/quanyu/ingest/source");
    private static final Pattern SAMPLE = Pattern.compile("([a-z-]+)-\\d+\\.(?:json|jsonl|xml|csv)");
    private static final Pattern XML_TEXT = Pattern.compile("(?<=<!\\[CDATA\\[)[^\\]]+(?=]])|(?<=>)[^<>\\s]+(?=<)");
    private static final String OF_THESE_TESTS = "mine";
    private static final int EVERY = Integer.getInteger("campaign.every", 5);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Ingestion INGESTION =
            Ingestion.withKeys(tenant -> "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8));

    static List<Path> samples() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file ->
                            SAMPLE.matcher(file.getFileName().toString()).matches()
                                    && file.getParent().endsWith("samples"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void theDetectorKnowsEveryNotation() {
        assertThat(Notations.all())
                .hasSizeGreaterThanOrEqualTo(50)
                .allSatisfy(notation ->
                        assertThat(PersonalData.in(notation)).as(notation).isNotEmpty());
    }

    @Test
    void allSourcesHaveSamplesHere() {
        assertThat(Sources.all().keySet())
                .filteredOn(source -> !source.equals(OF_THESE_TESTS))
                .isNotEmpty()
                .isSubsetOf(samples().stream()
                        .map(NothingPersonalLeavesTest::sourceOf)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void noFieldLetsItThrough(Path sample) throws IOException {
        Map<String, String> leaks = new TreeMap<>();
        int tried = 0;
        for (RawPayload payload : payloads(sample)) {
            List<String> notations = Notations.all();
            for (int first = 0; first < notations.size(); first++) {
                List<byte[]> spoiled = spoiled(payload.body(), notations.get(first));
                for (int leaf = first % EVERY; leaf < spoiled.size(); leaf += EVERY) {
                    tried++;
                    look(
                            new RawPayload(payload.source(), payload.headers(), spoiled.get(leaf), payload.position()),
                            notations.get(first),
                            leaks);
                }
            }
        }
        assertThat(tried).isPositive();
        assertThat(leaks).isEmpty();
    }

    private static void look(RawPayload raw, String notation, Map<String, String> leaks)
            throws JsonProcessingException {
        for (Outcome outcome : INGESTION.ingest(raw)) {
            JsonNode said = outcome instanceof Outcome.Accepted accepted
                    ? CanonicalJson.tree(accepted.event())
                    : JSON.readTree(CanonicalJson.line(((Outcome.Refused) outcome).letterFor(raw)));
            var all = new StringBuilder();
            leaves("", said, (place, text) -> all.append(text).append(" | "));
            if (PersonalData.in(all.toString()).isEmpty() && all.indexOf(notation.strip()) < 0) {
                continue;
            }
            leaves("", said, (place, text) -> {
                if (!PersonalData.in(text).isEmpty() || text.contains(notation.strip())) {
                    leaks.putIfAbsent(outcome.getClass().getSimpleName() + place, notation + " as " + text);
                }
            });
        }
    }

    private interface Leaf {
        void at(String place, String text);
    }

    private static void leaves(String place, JsonNode node, Leaf leaf) {
        if (node.isValueNode()) {
            leaf.at(place, node.asText());
        } else if (node.isObject()) {
            node.properties().forEach(field -> leaves(place + "/" + field.getKey(), field.getValue(), leaf));
        } else {
            node.forEach(item -> leaves(place, item, leaf));
        }
    }

    /** The payload as often as it has leaves, one of them replaced each time. */
    private static List<byte[]> spoiled(byte[] body, String notation) throws IOException {
        String text = new String(body, StandardCharsets.UTF_8);
        List<byte[]> spoiled = new ArrayList<>();
        if (text.stripLeading().startsWith("<")) {
            Matcher leaf = XML_TEXT.matcher(text);
            while (leaf.find()) {
                spoiled.add(utf8(text.substring(0, leaf.start()) + notation + text.substring(leaf.end())));
            }
            return spoiled;
        }
        JsonNode[] root = new JsonNode[1];
        try {
            root[0] = JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            return List.of(utf8(text + notation));
        }
        eachLeaf(root[0], notation, changed -> root[0] = changed, () -> spoiled.add(utf8(root[0].toString())));
        return spoiled;
    }

    /** Puts the notation in the place of each leaf in turn, says so, and puts the leaf back; JSON in a text is gone into. */
    private static void eachLeaf(JsonNode node, String notation, Consumer<JsonNode> put, Runnable then)
            throws IOException {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field :
                    List.copyOf(object.deepCopy().properties())) {
                eachLeaf(object.get(field.getKey()), notation, value -> object.set(field.getKey(), value), then);
            }
            return;
        }
        if (node instanceof ArrayNode array) {
            for (int index = 0; index < array.size(); index++) {
                int place = index;
                eachLeaf(array.get(index), notation, value -> array.set(place, value), then);
            }
            return;
        }
        String text = node.asText();
        boolean encoded = text.startsWith("%7B");
        if (encoded || text.startsWith("{")) {
            JsonNode[] inner = {JSON.readTree(encoded ? URLDecoder.decode(text, StandardCharsets.UTF_8) : text)};
            eachLeaf(inner[0], notation, changed -> inner[0] = changed, () -> {
                String changed = inner[0].toString();
                put.accept(JSON.getNodeFactory()
                        .textNode(encoded ? URLEncoder.encode(changed, StandardCharsets.UTF_8) : changed));
                then.run();
            });
        }
        put.accept(JSON.getNodeFactory().textNode(notation));
        then.run();
        if (notation.matches("\\d{1,18}")) {
            put.accept(JSON.getNodeFactory().numberNode(Long.parseLong(notation)));
            then.run();
        }
        put.accept(node);
    }

    private static List<RawPayload> payloads(Path sample) throws IOException {
        String source = sourceOf(sample);
        Path map = sample.resolveSibling(sample.getFileName().toString().replaceAll("\\..*", ".map.yaml"));
        List<RawPayload> payloads = new ArrayList<>();
        for (FilePayload payload :
                PayloadFiles.read(Sources.named(source).cut(), sample, Files.exists(map) ? map : null)) {
            Map<String, String> headers = new HashMap<>(payload.headers());
            headers.put(RawHeaders.TENANT, "acme");
            headers.put(RawHeaders.RECEIVED_AT, "1788300000000");
            payloads.add(new RawPayload(source, headers, payload.body(), new Position(RawTopics.of(source), 1, 42)));
        }
        return payloads;
    }

    private static String sourceOf(Path sample) {
        Matcher name = SAMPLE.matcher(sample.getFileName().toString());
        return name.matches() ? name.group(1) : "";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
