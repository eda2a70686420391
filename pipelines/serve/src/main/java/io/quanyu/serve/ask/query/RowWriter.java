package io.quanyu.serve.ask.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints rows in one form: first the columns, then each row, then the end. */
public interface RowWriter {

    void columns(List<String> names);

    /** Prints a row; a cell is null, a number, a boolean, a text or a list of these. */
    void row(List<@Nullable Object> cells);

    /** Prints what was held back, and flushes. */
    void end();
}
