package io.quanyu.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quanyu.ingest.Outcome;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every sample of the fact sheets gives the event one would expect, or a refusal with a true reason: golden/*.json. */
class SamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "youzan, youzan-01.json",
        "youzan, youzan-02.json",
        "douyin, douyin-01.json",
        "douyin, douyin-02.json",
        "wecom-contact, wecom-contact-01.xml",
        "wecom-contact, wecom-contact-02.xml",
        "wecom-contact, wecom-contact-03.xml",
        "wecom-contact, wecom-contact-04.json",
        "wecom-contact-way, wecom-contact-way-01.json",
        "wecom-contact-way, wecom-contact-way-02.json",
        "wecom-chat, wecom-chat-01.json",
        "wecom-chat, wecom-chat-02.json",
        "oceanengine, oceanengine-01.json"
    })
    void aSampleGivesWhatItsFactSheetSays(String source, String sample) throws IOException {
        List<Outcome> outcomes = Payloads.INGESTION.ingest(Payloads.of(source, Payloads.sample(sample)));
        JsonNode golden = JSON.readTree(Payloads.golden(sample));
        assertThat(Payloads.json(outcomes).toPrettyString()).isEqualTo(golden.toPrettyString());
    }
}
