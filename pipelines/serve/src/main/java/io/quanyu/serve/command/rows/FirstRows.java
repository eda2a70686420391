package io.quanyu.serve.command.rows;

import io.quanyu.serve.ask.query.RowWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Passes on the first rows only. */
public final class FirstRows implements RowWriter {

    private final RowWriter writer;
    private int left;

    public FirstRows(RowWriter writer, int count) {
        this.writer = writer;
        this.left = count;
    }

    @Override
    public void columns(List<String> names) {
        writer.columns(names);
    }

    @Override
    public void row(List<@Nullable Object> cells) {
        if (left > 0) {
            writer.row(cells);
            left--;
        }
    }

    @Override
    public void end() {
        writer.end();
    }
}
