package io.quanyu.ingest.source.pos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quanyu.ingest.file.CsvTable;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the rows of each order, wherever they stand in their file. Up to a size they are held; beyond it they go to
 * temporary files, by their number, that are gathered one after the other.
 */
final class OrderRows implements AutoCloseable {

    private static final int PARTS = 64;
    private static final int MOST_ROWS = 10_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final long mostHeld;
    private final List<Path> files = new ArrayList<>();
    private final List<DataOutputStream> parts = new ArrayList<>();
    private Map<String, Order> held = new LinkedHashMap<>();
    private long heldBytes;

    OrderRows() {
        this(24L << 20);
    }

    /** @param mostHeld bytes of rows, as JSON, that are held before the files begin */
    OrderRows(long mostHeld) {
        this.mostHeld = mostHeld;
    }

    /** The rows of one order, each as JSON. */
    private static final class Order {

        private final String number;
        private final List<byte[]> rows = new ArrayList<>();
        private final List<Long> lines = new ArrayList<>();
        private @Nullable String problem;

        Order(String number) {
            this.number = number;
        }

        void add(long line, byte[] row, @Nullable String rowProblem) {
            if (rowProblem != null) {
                refuse(line, rowProblem);
            } else if (rows.size() == MOST_ROWS) {
                refuse(line, "is row " + (MOST_ROWS + 1) + " of one order: group_by does not tell the orders apart");
            } else if (problem == null) {
                rows.add(row);
                lines.add(line);
            }
        }

        void refuse(long line, String why) {
            if (problem == null) {
                problem = why;
                rows.clear();
                lines.clear();
                lines.add(line);
            }
        }

        private byte[] body() {
            StringBuilder body = new StringBuilder("{\"rows\":[");
            for (int row = 0; row < rows.size(); row++) {
                body.append(row == 0 ? "" : ",").append(new String(rows.get(row), StandardCharsets.UTF_8));
            }
            body.append("],\"lines\":").append(lines);
            if (problem != null) {
                body.append(",\"problem\":").append(json(problem));
            }
            return body.append('}').toString().getBytes(StandardCharsets.UTF_8);
        }
    }

    /** @param number text of the order's number; several keys of one number are refused */
    void add(String number, String key, CsvTable.Row row) throws IOException {
        byte[] cells = JSON.writeValueAsBytes(row.cells());
        if (!parts.isEmpty()) {
            write(number, key, row.line(), cells, row.problem());
            return;
        }
        held.computeIfAbsent(key, any -> new Order(number)).add(row.line(), cells, row.problem());
        heldBytes += cells.length + key.length();
        if (heldBytes > mostHeld) {
            spill();
        }
    }

    private void spill() throws IOException {
        for (int part = 0; part < PARTS; part++) {
            Path file = Files.createTempFile("quanyu-orders-", ".part");
            files.add(file);
            parts.add(new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 14)));
        }
        for (Map.Entry<String, Order> entry : held.entrySet()) {
            Order order = entry.getValue();
            for (int row = 0; row < order.rows.size(); row++) {
                write(order.number, entry.getKey(), order.lines.get(row), order.rows.get(row), null);
            }
            if (order.problem != null) {
                write(order.number, entry.getKey(), order.lines.get(0), new byte[] {'{', '}'}, order.problem);
            }
        }
        held = new LinkedHashMap<>();
    }

    private void write(String number, String key, long line, byte[] cells, @Nullable String problem)
            throws IOException {
        DataOutputStream part = parts.get(Math.floorMod(number.hashCode(), PARTS));
        text(part, number.getBytes(StandardCharsets.UTF_8));
        text(part, key.getBytes(StandardCharsets.UTF_8));
        part.writeLong(line);
        text(part, cells);
        text(part, (problem == null ? "" : problem).getBytes(StandardCharsets.UTF_8));
    }

    private static void text(DataOutputStream part, byte[] bytes) throws IOException {
        part.writeInt(bytes.length);
        part.write(bytes);
    }

    /** Gives each order: its key, and its rows as the adapter reads them. */
    void each(BiConsumer<String, byte[]> orders) throws IOException {
        give(held, orders);
        held = Map.of();
        for (DataOutputStream part : parts) {
            part.close();
        }
        for (Path file : files) {
            give(gathered(file), orders);
        }
    }

    private static Map<String, Order> gathered(Path file) throws IOException {
        Map<String, Order> gathered = new LinkedHashMap<>();
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            for (int length = length(in); length >= 0; length = length(in)) {
                String number = new String(in.readNBytes(length), StandardCharsets.UTF_8);
                String key = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
                long line = in.readLong();
                byte[] cells = in.readNBytes(in.readInt());
                String problem = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
                gathered.computeIfAbsent(key, any -> new Order(number))
                        .add(line, cells, problem.isEmpty() ? null : problem);
            }
        }
        return gathered;
    }

    private static int length(DataInputStream in) throws IOException {
        in.mark(1);
        if (in.read() < 0) {
            return -1;
        }
        in.reset();
        return in.readInt();
    }

    private static void give(Map<String, Order> orders, BiConsumer<String, byte[]> sink) {
        refuseSharedNumbers(orders);
        orders.forEach((key, order) -> sink.accept(key, order.body()));
    }

    /** One number of two orders would make one replace the other. */
    private static void refuseSharedNumbers(Map<String, Order> orders) {
        Map<String, Integer> counts = new HashMap<>();
        orders.forEach((key, order) -> counts.merge(key.startsWith("line ") ? key : order.number, 1, Integer::sum));
        for (Order order : orders.values()) {
            Integer count = counts.get(order.number);
            if (count != null && count > 1 && !order.lines.isEmpty()) {
                order.refuse(
                        order.lines.get(0),
                        "has the number of " + count + " different orders: make it of several columns, for example"
                                + " number: {columns: [store, ticket], day: time}");
            }
        }
    }

    private static String json(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("A text can always be written", impossible);
        }
    }

    @Override
    public void close() throws IOException {
        for (DataOutputStream part : parts) {
            part.close();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
