package io.quanyu.ingest.source.pos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanyu.contract.RawHeaders;
import io.quanyu.ingest.fields.BadField;
import io.quanyu.ingest.fields.CellText;
import io.quanyu.ingest.file.CsvTable;
import io.quanyu.ingest.file.FilePayload;
import io.quanyu.ingest.file.PayloadFile;
import io.quanyu.ingest.file.PayloadSink;
import io.quanyu.yaml.YamlTree;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a CSV file into the rows of one order each. The orders come in the order in which they first appear, unless the file
 * is too large to be held.
 */
final class CsvOrders {

    private static final Pattern SUMMARY =
            Pattern.compile("(?iu)(?:本页|本日|当日|本月)?(?:合计|总计|小计|汇总|共计).*|(?:grand |sub)?total\\b.*");

    private final ColumnMap map;
    private final PayloadSink sink;
    private final OrderRows orders = new OrderRows();

    private CsvOrders(ColumnMap map, PayloadSink sink) {
        this.map = map;
        this.sink = sink;
    }

    static void cut(PayloadFile file, PayloadSink sink) throws IOException {
        if (file.map() == null) {
            throw new IllegalArgumentException(
                    "Source pos-csv needs a column map, and " + file.name() + " came without one (--map)");
        }
        String mapText = YamlTree.text(file.map());
        ColumnMap map = ColumnMap.parse(file.map().toString(), mapText);
        var cut = new CsvOrders(map, sink);
        Map<String, String> headers = Map.of(RawHeaders.MAP, mapText);
        try (OrderRows orders = cut.orders) {
            cut.readAll(CsvTable.open(
                    file, map.table.charset(), map.table.delimiter(), map.columns(), map.mappingVersion, sink));
            orders.each((key, body) -> sink.take(new FilePayload(key, headers, body)));
        }
    }

    private void readAll(CsvTable table) throws IOException {
        long rows = 0;
        for (CsvTable.Row row = table.next(); row != null; row = table.next()) {
            String why = whyLeftOut(row.cells());
            if (why != null) {
                sink.dropped(why);
            } else {
                orders.add(numberOf(row), keyOf(row), row);
            }
            sink.gathered(++rows);
        }
    }

    private @Nullable String whyLeftOut(ObjectNode cells) {
        for (RowRule rule : map.skipWhen) {
            if (rule.matches(cells)) {
                return "row that skip_when leaves out";
            }
        }
        for (RowRule rule : map.keepWhen) {
            if (!rule.matches(cells)) {
                return "row that keep_when leaves out";
            }
        }
        return isSummary(cells) ? "summary row" : null;
    }

    /** Sums below the sales have no time, and say what they are. */
    private boolean isSummary(ObjectNode cells) {
        for (String column : map.time.columns()) {
            if (!CellText.plain(cells.path(column).asText()).isEmpty()) {
                return false;
            }
        }
        for (var cell : cells) {
            if (SUMMARY.matcher(CellText.plain(cell.asText())).matches()) {
                return true;
            }
        }
        return false;
    }

    /** A row without order number stands alone, so that only it is refused. */
    private String keyOf(CsvTable.Row row) {
        List<String> parts = cells(row, map.groupBy);
        if (parts.stream().allMatch(String::isEmpty)) {
            return "line " + row.line();
        }
        if (map.day != null) {
            parts.add(dayOf(row));
        }
        return String.join("|", parts);
    }

    /** The raw text of the order's number: two orders of one number are told apart by nobody. */
    private String numberOf(CsvTable.Row row) {
        List<String> parts = cells(row, map.number.columns());
        if (map.day != null) {
            parts.add(dayOf(row));
        }
        return String.join("|", parts);
    }

    private static List<String> cells(CsvTable.Row row, List<String> columns) {
        List<String> cells = new ArrayList<>();
        columns.forEach(
                column -> cells.add(CellText.plain(row.cells().path(column).asText())));
        return cells;
    }

    private String dayOf(CsvTable.Row row) {
        try {
            Instant time = map.day == null ? null : (Instant) map.day.read(row.cells());
            return time == null ? "" : time.atZone(map.zone).toLocalDate().toString();
        } catch (BadField unreadable) {
            return "";
        }
    }
}
