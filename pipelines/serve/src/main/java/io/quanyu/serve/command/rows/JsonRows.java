package io.quanyu.serve.command.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quanyu.serve.ask.query.RowWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows as JSON objects, one a line, printed as they come. */
final class JsonRows implements RowWriter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintWriter out;
    private List<String> names = List.of();

    JsonRows(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void columns(List<String> names) {
        this.names = List.copyOf(names);
    }

    @Override
    public void row(List<@Nullable Object> cells) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            object.put(names.get(i), cells.get(i));
        }
        try {
            out.print(JSON.writeValueAsString(object) + "\n");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void end() {
        out.flush();
    }
}
