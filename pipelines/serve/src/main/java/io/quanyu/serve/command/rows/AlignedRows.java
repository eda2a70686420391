package io.quanyu.serve.command.rows;

import io.quanyu.serve.ask.query.RowWriter;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as a table with aligned columns, numbers to the right. Held back until the end, because widths depend on all rows. */
public final class AlignedRows implements RowWriter {

    private static final String GAP = "  ";

    private final PrintWriter out;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();
    private List<String> names = List.of();

    public AlignedRows(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void columns(List<String> names) {
        this.names = List.copyOf(names);
    }

    @Override
    public void row(List<@Nullable Object> cells) {
        rows.add(cells);
    }

    @Override
    public void end() {
        int[] widths = widths();
        print(names, widths);
        print(Arrays.stream(widths).mapToObj("-"::repeat).toList(), widths);
        rows.forEach(row -> print(row, widths));
        out.flush();
    }

    private int[] widths() {
        int[] widths = names.stream().mapToInt(TextWidth::of).toArray();
        for (List<@Nullable Object> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], TextWidth.of(text(row.get(i))));
            }
        }
        return widths;
    }

    private void print(List<? extends @Nullable Object> cells, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            Object cell = cells.get(i);
            String padding = " ".repeat(widths[i] - TextWidth.of(text(cell)));
            line.append(i == 0 ? "" : GAP).append(cell instanceof Number ? padding + text(cell) : text(cell) + padding);
        }
        out.print(line.toString().stripTrailing() + "\n");
    }

    private static String text(@Nullable Object cell) {
        return cell == null ? "" : VisibleText.of(cell.toString().replaceAll("\\s+", " "));
    }
}
