package io.quanyu.ingest.source.pos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quanyu.ingest.file.CsvTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderRowsTest {

    /** Held; spilled after some rows; spilled from the first one on. */
    @ParameterizedTest
    @ValueSource(longs = {1 << 20, 100, 1})
    void theRowsOfAnOrderComeTogetherWhereverTheyStand(long mostHeld) throws IOException {
        Map<String, String> given = new TreeMap<>();
        try (var orders = new OrderRows(mostHeld)) {
            for (int line = 2; line < 302; line++) {
                orders.add("n" + line % 100, "k" + line % 100, row(line, null));
            }
            orders.add("n7", "k7", row(302, "has 2 cells where the header has 1"));
            orders.add("n8", "other", row(303, null));
            orders.each((key, body) -> given.put(key, new String(body, StandardCharsets.UTF_8)));
        }

        assertThat(given)
                .hasSize(101)
                .containsEntry(
                        "k2", "{\"rows\":[{\"a\":\"2\"},{\"a\":\"102\"},{\"a\":\"202\"}],\"lines\":[2, 102, 202]}")
                .containsEntry(
                        "k7", "{\"rows\":[],\"lines\":[302],\"problem\":\"has 2 cells where the header has 1\"}");
        assertThat(given.get("k8")).contains("\"lines\":[8]", "2 different orders");
        assertThat(given.get("other")).contains("\"lines\":[303]", "2 different orders");
    }

    private static CsvTable.Row row(int line, @Nullable String problem) {
        return new CsvTable.Row(line, JsonNodeFactory.instance.objectNode().put("a", "" + line), problem);
    }
}
