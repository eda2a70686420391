package io.quanyu.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quanyu.ingest.Outcome;
import io.quanyu.ingest.RawPayload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample gives the events one would expect, or a refusal with a true reason: what its golden file says. */
class SamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Sample> samples() {
        return Sample.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleGivesWhatItsFactSheetSays(Sample sample) throws IOException {
        List<Outcome> outcomes = new ArrayList<>();
        for (RawPayload payload : sample.payloads()) {
            outcomes.addAll(Payloads.INGESTION.ingest(payload));
        }
        JsonNode golden = JSON.readTree(sample.golden().toFile());
        assertThat(Payloads.json(outcomes).toPrettyString()).isEqualTo(golden.toPrettyString());
    }
}
