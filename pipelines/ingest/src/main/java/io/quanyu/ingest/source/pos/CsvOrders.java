package io.quanyu.ingest.source.pos;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.quanyu.contract.RawHeaders;
import io.quanyu.ingest.door.FilePayload;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cuts a CSV file into the rows of one order each, in the order in which the orders first appear. */
final class CsvOrders {

    private static final CsvMapper CSV =
            CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String file;
    private final String mapText;
    private final ColumnMap map;
    private final Map<String, ObjectNode> groups = new LinkedHashMap<>();
    private List<String> header = List.of();

    private CsvOrders(String file, String mapText, ColumnMap map) {
        this.file = file;
        this.mapText = mapText;
        this.map = map;
    }

    static List<FilePayload> cut(Path file, byte[] content, @Nullable Path map) throws IOException {
        if (map == null) {
            throw new IllegalArgumentException("Source pos-csv needs a column map, and " + file + " came without one");
        }
        String mapText = Files.readString(map);
        var orders = new CsvOrders(file.toString(), mapText, ColumnMap.parse(map.toString(), mapText));
        orders.readAll(orders.decode(content));
        return orders.payloads();
    }

    private String decode(byte[] content) {
        try {
            return map.charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException otherCharset) {
            throw new IllegalArgumentException(
                    file + " is not " + map.charset + ": name its charset in the column map, for example charset: GBK",
                    otherCharset);
        }
    }

    private void readAll(String text) {
        int line = 1;
        try (MappingIterator<List<String>> rows = CSV.readerForListOf(String.class)
                .with(CsvSchema.emptySchema().withColumnSeparator(map.delimiter))
                .readValues(text)) {
            header = rows.hasNextValue() ? rows.nextValue() : List.of();
            checkHeader();
            while (rows.hasNextValue()) {
                line++;
                add(rows.nextValue(), line);
            }
        } catch (IOException broken) {
            // What follows a broken row cannot be told apart from it: one refusal stands for the rest.
            problem(line + 1, "the CSV is broken from here on");
        }
    }

    private void checkHeader() {
        if (new HashSet<>(header).size() < header.size()) {
            throw new IllegalArgumentException(file + " names a column twice: " + header);
        }
        List<String> missing = new ArrayList<>(map.columns());
        missing.removeAll(header);
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(file + " lacks the columns " + missing + " of the map "
                    + map.mappingVersion + "; its columns are " + header);
        }
    }

    private void add(List<String> cells, int line) {
        if (cells.size() != header.size()) {
            problem(line, "has " + cells.size() + " cells where the header has " + header.size());
            return;
        }
        ObjectNode row = NODES.objectNode();
        for (int index = 0; index < cells.size(); index++) {
            row.put(header.get(index), cells.get(index));
        }
        ObjectNode group = groups.computeIfAbsent(keyOf(row, line), key -> emptyGroup());
        ((ArrayNode) group.get("rows")).add(row);
        ((ArrayNode) group.get("lines")).add(line);
    }

    /** A row without order number stands alone, so that only it is refused. */
    private String keyOf(ObjectNode row, int line) {
        List<String> parts = map.groupBy.stream()
                .map(column -> row.path(column).asText().strip())
                .toList();
        return parts.stream().allMatch(String::isEmpty) ? "line " + line : String.join("|", parts);
    }

    private void problem(int line, String problem) {
        ObjectNode group = emptyGroup();
        ((ArrayNode) group.get("lines")).add(line);
        group.put("problem", problem);
        groups.put("line " + line, group);
    }

    private static ObjectNode emptyGroup() {
        ObjectNode group = NODES.objectNode();
        group.putArray("rows");
        group.putArray("lines");
        return group;
    }

    private List<FilePayload> payloads() {
        Map<String, String> headers = Map.of(RawHeaders.MAP, mapText);
        return groups.entrySet().stream()
                .map(group -> new FilePayload(
                        group.getKey(), headers, group.getValue().toString().getBytes(StandardCharsets.UTF_8)))
                .toList();
    }
}
