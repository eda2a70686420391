package io.quanyu.ingest.source.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanyu.contract.RawHeaders;
import io.quanyu.ingest.fields.CellText;
import io.quanyu.ingest.file.CsvTable;
import io.quanyu.ingest.file.Cut;
import io.quanyu.ingest.file.FilePayload;
import io.quanyu.ingest.file.PayloadFile;
import io.quanyu.ingest.file.PayloadSink;
import io.quanyu.yaml.YamlTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Cuts files of events: a row or a JSON object each. The map travels with them. */
final class EventFiles {

    /** Names of entries beside the cells, which no column can have. */
    static final String LINE = "\u0000line";

    static final String PROBLEM = "\u0000problem";

    private EventFiles() {}

    static void rows(PayloadFile file, PayloadSink sink) throws IOException {
        String text = mapOf("events-csv", file);
        EventMap map = EventMap.parse(String.valueOf(file.map()), text);
        CsvTable table = CsvTable.open(file, map.charset(), map.delimiter(), map.columns(), map.name(), sink);
        Map<String, String> headers = Map.of(RawHeaders.MAP, text);
        for (CsvTable.Row row = table.next(); row != null; row = table.next()) {
            ObjectNode cells = row.cells();
            cells.properties()
                    .forEach(cell -> cell.setValue(
                            cells.textNode(CellText.plain(cell.getValue().asText()))));
            cells.put(LINE, row.line());
            if (row.problem() != null) {
                cells.put(PROBLEM, row.problem());
            }
            byte[] body = cells.toString().getBytes(StandardCharsets.UTF_8);
            sink.take(new FilePayload(String.valueOf(row.line()), headers, body));
        }
    }

    static void documents(PayloadFile file, PayloadSink sink) throws IOException {
        String text = mapOf("events-jsonl", file);
        EventMap.parse(String.valueOf(file.map()), text);
        Map<String, String> headers = Map.of(RawHeaders.MAP, text);
        Cut.ITEMS.cut(file, new PayloadSink() {
            @Override
            public void take(FilePayload payload) {
                sink.take(new FilePayload(payload.key(), headers, payload.body()));
            }

            @Override
            public void dropped(String what) {
                sink.dropped(what);
            }
        });
    }

    private static String mapOf(String source, PayloadFile file) throws IOException {
        if (file.map() == null) {
            throw new IllegalArgumentException(
                    "Source " + source + " needs a map, and " + file.name() + " came without one (--map)");
        }
        return YamlTree.text(file.map());
    }
}
