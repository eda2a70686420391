package io.quanyu.ingest.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.quanyu.ingest.file.Pieces.Piece;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Cuts JSON at the brackets, without reading what stands between them: the documents of a file one after the other, and of
 * a list each item. A broken one harms its neighbours only if its brackets do not close.
 */
final class JsonPieces {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_YAML_COMMENTS)
            .build();

    private final PayloadFile file;
    private final BufferedInputStream in;
    private final boolean items;
    private final PayloadSink sink;
    private Piece piece = new Piece();
    private boolean insideList;
    private int depth;
    private long number;

    private JsonPieces(PayloadFile file, boolean items, PayloadSink sink) {
        this.file = file;
        this.in = file.content();
        this.items = items;
        this.sink = sink;
    }

    /** @param everyList whether a list is cut even if it is small */
    static void cut(PayloadFile file, PayloadSink sink, boolean everyList) throws IOException {
        byte[] head = file.head();
        if (isJsonLines(head)) {
            Pieces.lines(file, sink);
            return;
        }
        if (!PayloadFile.isWhole(head)) {
            new JsonPieces(file, true, sink).run();
            return;
        }
        List<FilePayload> found = new ArrayList<>();
        new JsonPieces(file, everyList, found::add).run();
        boolean alone = found.size() == 1
                && new String(head, StandardCharsets.UTF_8).stripLeading().startsWith("{");
        (alone ? List.of(new FilePayload("0", Map.of(), head)) : found).forEach(sink::take);
    }

    /** A line of its own at the left edge, if not all is one list. */
    private static boolean isJsonLines(byte[] head) {
        List<String> lines = new String(head, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .limit(1000)
                .toList();
        if (lines.size() < 2 || isOpenList(lines.get(0).strip())) {
            return false;
        }
        return lines.stream().anyMatch(JsonPieces::isDocument);
    }

    private static boolean isOpenList(String line) {
        return line.matches("\\[\\s*(?:[\\[{\"].*)?") && !isDocument(line);
    }

    private static boolean isDocument(String line) {
        if (!line.startsWith("{") && !line.startsWith("[")) {
            return false;
        }
        try (JsonParser document = JSON.createParser(line)) {
            document.nextToken();
            document.skipChildren();
            return document.nextToken() == null;
        } catch (IOException notAlone) {
            return false;
        }
    }

    private void run() throws IOException {
        for (int read = in.read(); read >= 0; read = in.read()) {
            switch (read) {
                case '"' -> string();
                case '/', '#' -> comment(read);
                case '{', '[' -> open(read);
                case '}', ']' -> close(read);
                case ',' -> comma();
                default -> other(read);
            }
        }
        give();
    }

    private void open(int read) {
        if (items && !insideList && depth == 0 && read == '[') {
            give();
            insideList = true;
            return;
        }
        add(read);
        depth++;
    }

    private void close(int read) {
        if (depth == 0 && insideList && read == ']') {
            give();
            insideList = false;
            return;
        }
        add(read);
        depth = Math.max(0, depth - 1);
        if (depth == 0) {
            give();
        }
    }

    private void comma() {
        if (depth == 0 && insideList) {
            give();
        } else {
            add(',');
        }
    }

    /** A line break ends a string that nobody closed: no string of JSON has one. */
    private void string() throws IOException {
        add('"');
        for (int read = in.read(); read >= 0; read = in.read()) {
            add(read);
            if (read == '\\') {
                add(in.read());
            } else if (read == '"' || read == '\n') {
                return;
            }
        }
    }

    private void comment(int first) throws IOException {
        add(first);
        in.mark(1);
        int second = in.read();
        if (first == '/' && second != '/' && second != '*') {
            in.reset();
            return;
        }
        add(second);
        boolean block = first == '/' && second == '*';
        int before = 0;
        for (int read = second == '\n' ? -1 : in.read(); read >= 0; read = in.read()) {
            add(read);
            boolean ended = block ? (before == '*' && read == '/') : read == '\n';
            if (ended) {
                return;
            }
            before = read;
        }
    }

    /** Blanks before a part are no part of it, however many they are. */
    private void other(int read) {
        if (piece.size() > 0 || !Character.isWhitespace(read)) {
            add(read);
        }
    }

    private void add(int read) {
        if (read >= 0) {
            piece.write(read);
        }
        if (Pieces.isTooLong(piece.size())) {
            throw Pieces.tooLong(file.name());
        }
    }

    private void give() {
        byte[] bytes = piece.stripped();
        piece = new Piece();
        if (bytes.length > 0) {
            sink.take(new FilePayload(String.valueOf(number++), Map.of(), bytes));
        }
    }
}
