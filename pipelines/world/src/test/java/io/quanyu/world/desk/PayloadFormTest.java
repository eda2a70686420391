package io.quanyu.world.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quanyu.world.Arrival;
import io.quanyu.world.Size;
import io.quanyu.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the world writes has the fields of the sample payloads, no more and no fewer. */
class PayloadFormTest {

    private static final Path SAMPLES = Path.of("../ingest/src/test/resources/io/quanyu/ingest/source");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final World WORLD = World.of(7, Size.SMALL);

    @ParameterizedTest
    @CsvSource({
        "youzan, youzan-01.json, /client_id",
        "youzan, youzan-02.json, /data/full_order_info/order_info/tid",
        "douyin, douyin-01.json, /0/tag",
        "douyin, douyin-02.json, /data/shop_order_detail/order_id",
        "wecom-contact, wecom-contact-04.json, /external_contact/external_userid",
        "wecom-contact-way, wecom-contact-way-02.json, /contact_way/config_id",
        "oceanengine, oceanengine-01.json, /data/rows/0/dimensions/cdp_project_id"
    })
    void aPayloadHasTheFieldsOfItsSample(String source, String sample, String known) throws IOException {
        SortedSet<String> expected = new TreeSet<>();
        collect(JSON.readTree(sample(sample).toFile()), "", expected);

        List<JsonNode> payloads = sound(source)
                .filter(text -> !text.startsWith("<"))
                .map(PayloadFormTest::parse)
                .filter(payload -> !payload.at(known).isMissingNode())
                .toList();

        assertThat(payloads).isNotEmpty().allSatisfy(payload -> assertThat(fields(payload))
                .as(payload.toString())
                .isSubsetOf(expected));
        SortedSet<String> written = new TreeSet<>();
        payloads.forEach(payload -> collect(payload, "", written));
        assertThat(written).containsAll(expected);
    }

    @Test
    void aMessageHasTheFieldsOfASampleMessage() throws IOException {
        List<SortedSet<String>> samples = new ArrayList<>();
        JSON.readTree(sample("wecom-chat-02.json").toFile()).forEach(message -> samples.add(fields(message)));

        assertThat(sound("wecom-chat").map(PayloadFormTest::parse).map(PayloadFormTest::fields))
                .isNotEmpty()
                .isSubsetOf(samples);
    }

    @ParameterizedTest
    @CsvSource({"wecom-contact-02.xml, add_external_contact", "wecom-contact-03.xml, change_external_chat"})
    void anEventHasTheElementsOfItsSample(String sample, String known) throws IOException {
        List<String> expected = elements(Files.readString(sample(sample)));

        assertThat(sound("wecom-contact").filter(text -> text.contains("[" + known + "]")))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(elements(text)).isEqualTo(expected));
    }

    @Test
    void aPlaceThatTheFormLacksCannotBeWritten() {
        assertThatThrownBy(() -> PayloadForm.of("scan").with("/phone", "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no place /phone");
    }

    private static Stream<String> sound(String source) {
        return WORLD.arrivals().stream()
                .filter(arrival -> arrival.source().equals(source))
                .filter(arrival -> !arrival.key().startsWith("broken"))
                .map(Arrival::text);
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException broken) {
            throw new IllegalArgumentException(text, broken);
        }
    }

    /** Without the receivers of a gift, of which there is no sample. */
    private static SortedSet<String> fields(JsonNode node) {
        SortedSet<String> fields = new TreeSet<>();
        collect(node, "", fields);
        fields.removeIf(field -> field.startsWith("/data/full_order_info/child_info/"));
        return fields;
    }

    /** Paths of all leaves; the elements of a list share one path. */
    private static void collect(JsonNode node, String path, SortedSet<String> paths) {
        if (node.isObject() && !node.isEmpty()) {
            node.properties().forEach(field -> collect(field.getValue(), path + "/" + field.getKey(), paths));
        } else if (node.isArray() && !node.isEmpty()) {
            node.forEach(element -> collect(element, path, paths));
        } else {
            paths.add(path);
        }
    }

    private static List<String> elements(String xml) {
        return Pattern.compile("<([A-Za-z]+)>")
                .matcher(xml)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }

    /** The samples of a platform lie with it; its name begins theirs. */
    private static Path sample(String name) {
        return SAMPLES.resolve(name.substring(0, name.indexOf('-')))
                .resolve("samples")
                .resolve(name);
    }
}
