package io.quanyu.ingest.file;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file, one at a time. A row whose quotes do not close is one line, and harms no other. */
final class CsvRows {

    private static final int LONGEST_ROW_LINES = 100;
    private static final int LONGEST_LINE = 1 << 20;
    private static final ObjectReader CSV =
            CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build().readerForListOf(String.class);

    private final BufferedReader in;
    private final char delimiter;
    private final ObjectReader quoted;
    private final Deque<String> ahead = new ArrayDeque<>();
    private long line;

    /**
     * A row.
     *
     * @param line where it begins, from 1
     * @param cells empty if the row cannot be read
     * @param problem why not; null if it can
     */
    record Row(long line, List<String> cells, @Nullable String problem) {}

    private CsvRows(BufferedReader in, char delimiter) {
        this.in = in;
        this.delimiter = delimiter;
        this.quoted = CSV.with(CsvSchema.emptySchema().withColumnSeparator(delimiter));
    }

    /**
     * Begins to read.
     *
     * @param charset null for UTF-8, or what its mark says
     * @param delimiter null for the one of comma, tab and semicolon that the first line has most of
     * @throws IllegalArgumentException if the beginning is of another charset
     */
    static CsvRows of(PayloadFile file, @Nullable Charset charset, @Nullable Character delimiter) throws IOException {
        byte[] head = file.head();
        Charset written = Objects.requireNonNullElse(charset, marked(head));
        String text = decoded(file.name(), head, written);
        CharsetDecoder decoder = written.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        var lines = new ShortLines(new InputStreamReader(file.content(), decoder), LONGEST_LINE + 1);
        var in = new BufferedReader(lines, 1 << 16);
        return new CsvRows(in, delimiter == null ? delimiterOf(text) : delimiter);
    }

    private static Charset marked(byte[] head) {
        boolean wide = head.length > 1
                && ((head[0] == (byte) 0xFF && head[1] == (byte) 0xFE)
                        || (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF));
        return wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private static String decoded(String file, byte[] head, Charset charset) {
        var text = CharBuffer.allocate(head.length + 1);
        var result = charset.newDecoder().decode(ByteBuffer.wrap(head), text, PayloadFile.isWhole(head));
        if (result.isError()) {
            throw new IllegalArgumentException(
                    file + " is not " + charset + ": name its charset in the column map, for example charset: GBK");
        }
        return text.flip().toString();
    }

    private static char delimiterOf(String text) {
        String first = text.lines().findFirst().orElse("");
        char most = ',';
        for (char sign : new char[] {'\t', ';'}) {
            if (count(first, sign) > count(first, most)) {
                most = sign;
            }
        }
        return most;
    }

    private static long count(String text, char sign) {
        return text.chars().filter(one -> one == sign).count();
    }

    /** The next row that is not blank; null at the end. */
    @Nullable
    Row next() throws IOException {
        for (String text = nextLine(); text != null; text = nextLine()) {
            if (!text.isBlank()) {
                return row(text);
            }
        }
        return null;
    }

    private @Nullable String nextLine() throws IOException {
        String text = ahead.isEmpty() ? in.readLine() : ahead.poll();
        line++;
        return text;
    }

    private Row row(String first) throws IOException {
        long start = line;
        if (first.length() > LONGEST_LINE) {
            return new Row(start, List.of(), "is longer than " + LONGEST_LINE + " characters");
        }
        if (first.indexOf('\ufffd') >= 0) {
            return new Row(start, List.of(), "has bytes of another charset");
        }
        if (first.indexOf('"') < 0) {
            return new Row(start, split(first), null);
        }
        List<String> more = new ArrayList<>();
        StringBuilder text = new StringBuilder(first);
        while (isOpen(text) && more.size() < LONGEST_ROW_LINES) {
            String next = nextLine();
            if (next == null) {
                break;
            }
            more.add(next);
            text.append('\n').append(next);
        }
        List<String> cells = isOpen(text) ? null : quoted(text.toString());
        if (cells != null) {
            return new Row(start, cells, null);
        }
        for (int index = more.size() - 1; index >= 0; index--) {
            ahead.push(more.get(index));
        }
        line = start;
        return new Row(start, List.of(), "has quotes that do not close, or text after them");
    }

    /** Quotes open a cell at its beginning only: an inch sign or ="…" in the middle is text. */
    private boolean isOpen(CharSequence text) {
        boolean open = false;
        boolean atStart = true;
        for (int index = 0; index < text.length(); index++) {
            char sign = text.charAt(index);
            if (open) {
                open = sign != '"';
                atStart = false;
            } else if (sign == '"' && (atStart || text.charAt(index - 1) == '"')) {
                open = true;
            } else {
                atStart = sign == delimiter || sign == '\n';
            }
        }
        return open;
    }

    private @Nullable List<String> quoted(String text) {
        try (var rows = quoted.<List<String>>readValues(text)) {
            return rows.hasNextValue() ? rows.nextValue() : List.of();
        } catch (IOException broken) {
            return null;
        }
    }

    private List<String> split(String text) {
        List<String> cells = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf(delimiter); end >= 0; end = text.indexOf(delimiter, start)) {
            cells.add(text.substring(start, end));
            start = end + 1;
        }
        cells.add(text.substring(start));
        return cells;
    }
}
