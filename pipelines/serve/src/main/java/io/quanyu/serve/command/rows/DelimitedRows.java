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
    private final Function<String, String> text;
    private final Function<List<String>, String> line;

    private DelimitedRows(PrintWriter out, Function<String, String> text, Function<List<String>, String> line) {
        this.out = out;
        this.text = text;
        this.line = line;
    }

    static DelimitedRows tabs(PrintWriter out) {
        return new DelimitedRows(
                out, DelimitedRows::escaped, cells -> cells.stream().collect(Collectors.joining("\t", "", "\n")));
    }

    /** As {@code export} writes them: for programs that open tables. */
    static DelimitedRows commas(PrintWriter out) {
        out.print(Csv.BYTE_ORDER_MARK);
        return new DelimitedRows(out, Csv::excelText, Csv::line);
    }

    @Override
    public void columns(List<String> names) {
        out.print(line.apply(names.stream().map(text).toList()));
    }

    @Override
    public void row(List<@Nullable Object> cells) {
        out.print(line.apply(cells.stream().map(this::written).toList()));
    }

    @Override
    public void end() {
        out.flush();
    }

    private String written(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        return cell instanceof Number ? cell.toString() : text.apply(cell.toString());
    }

    private static String escaped(String cell) {
        return cell.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
