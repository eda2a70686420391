package io.quanyu.serve.command.rows;

import io.quanyu.serve.ask.query.RowWriter;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows as lines of cells, printed as they come. A null is an empty cell. */
final class DelimitedRows implements RowWriter {

    private final PrintWriter out;
    private final Function<List<String>, String> line;

    private DelimitedRows(PrintWriter out, Function<List<String>, String> line) {
        this.out = out;
        this.line = line;
    }

    static DelimitedRows tabs(PrintWriter out) {
        return new DelimitedRows(
                out, cells -> cells.stream().map(DelimitedRows::escaped).collect(Collectors.joining("\t", "", "\n")));
    }

    static DelimitedRows commas(PrintWriter out) {
        return new DelimitedRows(out, Csv::line);
    }

    @Override
    public void columns(List<String> names) {
        out.print(line.apply(names));
    }

    @Override
    public void row(List<@Nullable Object> cells) {
        out.print(line.apply(
                cells.stream().map(cell -> cell == null ? "" : cell.toString()).toList()));
    }

    @Override
    public void end() {
        out.flush();
    }

    private static String escaped(String cell) {
        return cell.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
