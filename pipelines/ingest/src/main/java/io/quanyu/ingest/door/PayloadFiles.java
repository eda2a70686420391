package io.quanyu.ingest.door;

import io.quanyu.ingest.source.pos.CsvOrders;
import io.quanyu.ingest.source.wecom.WecomXml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a file into raw payloads: a JSON document, a JSON text per line, XML documents one after the other, or the rows of
 * one order each for CSV. A file whose name ends in {@code .gz} is unpacked first. The bytes of a payload stay as they are.
 */
public final class PayloadFiles {

    private static final byte[] END_OF_XML = {'<', '/', 'x', 'm', 'l', '>'};

    private PayloadFiles() {}

    /**
     * Reads a file of the given source.
     *
     * @param map the column map, for pos-csv only
     * @throws IllegalArgumentException if the source needs a map and there is none, or the map or the file's header is
     *     wrong
     */
    public static List<FilePayload> read(String source, Path file, @Nullable Path map) throws IOException {
        byte[] content = withoutMark(bytes(file));
        if (source.equals("pos-csv")) {
            if (map == null) {
                throw new IllegalArgumentException(
                        "Source pos-csv needs a column map, and " + file + " came without one");
            }
            return CsvOrders.cut(file.toString(), content, map.toString(), Files.readString(map));
        }
        if (WecomXml.looksLikeXml(content)) {
            return numbered(xmlDocuments(content));
        }
        List<byte[]> lines = lines(content);
        return numbered(source.equals("scan-jsonl") || isJsonLines(lines) ? lines : List.of(content));
    }

    private static byte[] bytes(Path file) throws IOException {
        if (!file.toString().endsWith(".gz")) {
            return Files.readAllBytes(file);
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }

    private static byte[] withoutMark(byte[] content) {
        boolean marked = content.length >= 3
                && content[0] == (byte) 0xEF
                && content[1] == (byte) 0xBB
                && content[2] == (byte) 0xBF;
        return marked ? Arrays.copyOfRange(content, 3, content.length) : content;
    }

    /** A first line that is a whole JSON text, and more after it. */
    private static boolean isJsonLines(List<byte[]> lines) {
        if (lines.size() < 2) {
            return false;
        }
        try {
            return Json.parse(lines.get(0)).isContainerNode();
        } catch (Refusal notAlone) {
            return false;
        }
    }

    private static List<byte[]> lines(byte[] content) {
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        for (int index = 0; index <= content.length; index++) {
            if (index == content.length || content[index] == '\n') {
                addUnlessBlank(lines, content, start, index);
                start = index + 1;
            }
        }
        return lines;
    }

    private static List<byte[]> xmlDocuments(byte[] content) {
        List<byte[]> documents = new ArrayList<>();
        int start = 0;
        for (int index = 0; index + END_OF_XML.length <= content.length; index++) {
            int end = index + END_OF_XML.length;
            if (Arrays.equals(content, index, end, END_OF_XML, 0, END_OF_XML.length)) {
                addUnlessBlank(documents, content, start, end);
                start = end;
            }
        }
        addUnlessBlank(documents, content, start, content.length);
        return documents;
    }

    private static void addUnlessBlank(List<byte[]> parts, byte[] content, int start, int end) {
        int first = start;
        int last = end;
        while (first < last && Character.isWhitespace(content[first])) {
            first++;
        }
        while (last > first && Character.isWhitespace(content[last - 1])) {
            last--;
        }
        if (first < last) {
            parts.add(Arrays.copyOfRange(content, first, last));
        }
    }

    private static List<FilePayload> numbered(List<byte[]> bodies) {
        List<FilePayload> payloads = new ArrayList<>();
        bodies.forEach(body -> payloads.add(new FilePayload(String.valueOf(payloads.size()), Map.of(), body)));
        return payloads;
    }
}
