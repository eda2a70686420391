package io.quanyu.ingest.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanyu.ingest.fields.CellText;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A CSV file with a header: its rows as objects of column and cell, one at a time. */
public final class CsvTable {

    /** Tills write a title, the store and the days above the header. */
    private static final int LONGEST_TITLE = 20;

    private final CsvRows rows;
    private final PayloadSink sink;
    private List<String> header = List.of();

    /**
     * A row under the header.
     *
     * @param line where it begins in the file, from 1
     * @param cells by column; of a row with a problem, those before it
     * @param problem why it cannot be read; null if it can
     */
    public record Row(long line, ObjectNode cells, @Nullable String problem) {}

    private CsvTable(CsvRows rows, PayloadSink sink) {
        this.rows = rows;
        this.sink = sink;
    }

    /**
     * Reads up to the header: the first row that has all the needed columns.
     *
     * @param needed the columns that the map reads
     * @param map name of the map, for messages
     * @throws IllegalArgumentException if there is no such row, it names a column twice, or the file is of another charset
     */
    public static CsvTable open(
            PayloadFile file,
            @Nullable Charset charset,
            @Nullable Character delimiter,
            List<String> needed,
            String map,
            PayloadSink sink)
            throws IOException {
        var table = new CsvTable(CsvRows.of(file, charset, delimiter), sink);
        List<String> first = List.of();
        List<String> lacking = needed;
        for (int row = 0; row < LONGEST_TITLE && !lacking.isEmpty(); row++) {
            CsvRows.Row read = table.rows.next();
            if (read == null) {
                break;
            }
            table.header = read.cells().stream().map(CellText::plain).toList();
            first = row == 0 ? table.header : first;
            List<String> without = new ArrayList<>(needed);
            without.removeAll(table.header);
            lacking = row == 0 || without.isEmpty() ? without : lacking;
            if (!without.isEmpty()) {
                sink.dropped("row above the header");
            }
        }
        if (!lacking.isEmpty()) {
            throw new IllegalArgumentException(file.name() + " lacks the columns " + lacking + " of the map " + map
                    + "; its columns are " + first);
        }
        table.checkTwice(file.name(), needed);
        return table;
    }

    /** A column that is read must be one; others, such as those without a name, may stand twice. */
    private void checkTwice(String file, List<String> needed) {
        HashSet<String> seen = new HashSet<>();
        for (String column : header) {
            if (!seen.add(column) && needed.contains(column)) {
                throw new IllegalArgumentException(file + " names a column twice: " + header);
            }
        }
    }

    /** The next row; null at the end. */
    public @Nullable Row next() throws IOException {
        for (CsvRows.Row row = rows.next(); row != null; row = rows.next()) {
            if (row.problem() != null) {
                return new Row(row.line(), JsonNodeFactory.instance.objectNode(), row.problem());
            }
            if (!isHeader(row.cells()) && row.cells().stream().anyMatch(cell -> !cell.isBlank())) {
                return under(row);
            }
            sink.dropped(isHeader(row.cells()) ? "header that comes again" : "empty row");
        }
        return null;
    }

    private boolean isHeader(List<String> cells) {
        return cells.size() == header.size()
                && cells.get(0).strip().equals(header.get(0))
                && cells.stream().map(CellText::plain).toList().equals(header);
    }

    private Row under(CsvRows.Row row) {
        List<String> cells = row.cells();
        int width = cells.size();
        while (width > header.size() && cells.get(width - 1).isBlank()) {
            width--;
        }
        ObjectNode read = JsonNodeFactory.instance.objectNode();
        for (int index = 0; index < Math.min(width, header.size()); index++) {
            read.put(header.get(index), cells.get(index));
        }
        String problem =
                width == header.size() ? null : "has " + width + " cells where the header has " + header.size();
        return new Row(row.line(), read, problem);
    }
}
