package io.quanyu.ingest.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quanyu.events.SpendReported;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldMapTest {

    private static final String MAP =
            """
            name: spend
            version: 3
            record: SpendReported
            fields:
              project: {path: [/a/project, /project], type: id}
              cost_fen: {path: /cost, type: money, unit: yuan, required: true}
              version: {path: /version, type: int, required: true}
              occurred_at: {path: /at, type: time, format: [epoch_seconds, "yyyy-MM-dd HH:mm:ss"], zone: Asia/Shanghai}
            facts:
              word: {path: /word, type: enum, table: {A: one}, default: other}
            identifiers:
              - {type: account, scope: "x:{shop}", link: self, account: true, path: /account}
            """;

    @Test
    void theFirstPlaceThatHoldsAValueWins() throws IOException {
        assertThat(read("{'a':{'project':null},'project':9007199254740993,'cost':1,'version':1}")
                        .record()
                        .getProject())
                .isEqualTo("9007199254740993");
        assertThat(read("{'a':{'project':'first'},'project':'second','cost':1,'version':1}")
                        .record()
                        .getProject())
                .isEqualTo("first");
    }

    @Test
    void timesOfEitherFormAreOneInstantAndSentinelsAreNone() throws IOException {
        assertThat(read("{'at':1788228072,'cost':1,'version':1}").record().getOccurredAt())
                .isEqualTo(read("{'at':'2026-09-01 10:01:12','cost':1,'version':1}")
                        .record()
                        .getOccurredAt())
                .isEqualTo(Instant.parse("2026-09-01T02:01:12Z"));
        for (String none : new String[] {"0", "''", "null", "'0000-00-00 00:00:00'", "'0001-01-01 00:00:00'"}) {
            assertThat(read("{'at':" + none + ",'cost':1,'version':1}").record().getOccurredAt())
                    .isNull();
        }
    }

    @Test
    void factsAndIdentifiersComeBesideTheRecord() throws IOException {
        Reading<SpendReported> reading = read("{'word':'Z','account':'me','cost':'0.10','version':1}");

        assertThat(reading.text("word")).isEqualTo("other");
        assertThat(reading.ids()).containsExactly(new FoundId("account", "x:{shop}", "self", true, "me"));
        assertThat(reading.mappingVersion()).isEqualTo("spend/3");
        assertThat(reading.record().getCostFen()).isEqualTo(10);
        assertThat(reading.ids().get(0).toString()).doesNotContain("me");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "type: id}; type: name}; field of type string",
                "unit: yuan; unit: dollar; unit must be fen or yuan",
                "unit: yuan, required: true; unit: yuan; needs \"required: true\"",
                "cost_fen:; cost_cent:; is no field of SpendReported",
                "zone: Asia/Shanghai; zone: Asia/Nowhere; Nowhere",
                ", zone: Asia/Shanghai; ''; needs a zone",
                "path: /cost; path: cost; must start with '/'",
                "path: /cost, ; ''; needs \"path\"",
                "type: money; type: id; does not fit a field of type long",
                "table: {A: one}; table: {}; needs a \"table\"",
                "'{shop}'; '{moon}'; may only hold the places",
                "record: SpendReported; record: OrderChanged; SpendReported is wanted",
                "facts:; fact:; unknown entry \"fact\""
            })
    void aWrongMapSaysFilePlaceAndWhatToDo(String before, String after, String complaint) {
        String wrong = MAP.replace(before, after);

        assertThat(wrong).isNotEqualTo(MAP);
        assertThatThrownBy(() -> FieldMap.parse("x.yaml", wrong, SpendReported.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("x.yaml")
                .hasMessageContaining(complaint);
    }

    @Test
    void aMapWithAnEntryTwiceOrBrokenYamlIsRefused() {
        for (String wrong : new String[] {MAP.replace("version: 3", "version: 3\nversion: 4"), "name: ["}) {
            assertThatThrownBy(() -> FieldMap.parse("x.yaml", wrong, SpendReported.class))
                    .hasMessageStartingWith("x.yaml is not valid YAML");
        }
    }

    @Test
    void aMapThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> FieldMap.load(FieldMapTest.class, "moon", SpendReported.class))
                .hasMessageContaining("no field map moon.yaml beside io.quanyu.ingest.fields.FieldMapTest");
    }

    private static Reading<SpendReported> read(String json) throws IOException {
        JsonNode payload = new ObjectMapper().readTree(json.replace('\'', '"'));
        return FieldMap.parse("x.yaml", MAP, SpendReported.class).read(payload);
    }
}
