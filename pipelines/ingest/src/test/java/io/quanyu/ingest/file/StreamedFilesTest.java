package io.quanyu.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyu.ingest.door.Sources;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are larger than what one would hold of them. */
class StreamedFilesTest {

    private static final int ITEMS = 400_000;

    /** Bytes that were read before the first payload came. */
    private long readBeforeTheFirst;

    private long read;
    private int payloads;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"youzan| |\\n| ", "youzan|[|,|]", "wecom-chat|[|,|]", "scan-jsonl| |\\n| "})
    void thePayloadsOfALargeFileComeWhileItIsRead(String source, String before, String between, String after)
            throws IOException {
        String item = "{\"id\": 1234567890, \"text\": \"}],{[\\\" //\"}" + between.replace("\\n", "\n");
        InputStream bytes =
                repeated(String.valueOf(before).replace("null", ""), item, "{}" + (after == null ? "" : after));

        PayloadFiles.read(Sources.named(source).cut(), "large", bytes, null, payload -> {
            if (payloads++ == 0) {
                readBeforeTheFirst = read;
            }
            assertThat(payload.body().length).isLessThan(60);
        });

        assertThat(payloads).isEqualTo(ITEMS + 1);
        assertThat(read).isGreaterThan(15_000_000);
        assertThat(readBeforeTheFirst).isLessThan(2_000_000);
    }

    @Test
    void aListIsCutIntoItsItemsWhereEachIsAPush() throws IOException {
        assertThat(cut("youzan", "[\n {\"a\": [1, {}]},\n {\"b\": \"]\"}\n]\n"))
                .containsExactly("{\"a\": [1, {}]}", "{\"b\": \"]\"}");
        assertThat(cut("youzan", "{\n\"a\": 1\n}\n{\n\"b\": 2\n}\n"))
                .containsExactly("{\n\"a\": 1\n}", "{\n\"b\": 2\n}");
        assertThat(cut("youzan", "{\"broken\": \n{\"b\": 2}\n")).containsExactly("{\"broken\":", "{\"b\": 2}");
    }

    @Test
    void aBombIsEnded() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            byte[] blank = "\n".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int mebibyte = 0; mebibyte < 300; mebibyte++) {
                gzip.write(blank);
            }
        }

        assertThatThrownBy(() -> PayloadFiles.read(
                        Sources.named("youzan").cut(),
                        "bomb.gz",
                        new ByteArrayInputStream(packed.toByteArray()),
                        null,
                        payload -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bomb.gz unpacks to more than");
    }

    private static List<String> cut(String source, String content) throws IOException {
        List<String> texts = new ArrayList<>();
        PayloadFiles.read(
                Sources.named(source).cut(),
                "file",
                new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)),
                null,
                payload -> texts.add(new String(payload.body(), StandardCharsets.UTF_8)));
        return texts;
    }

    @SuppressWarnings("InputStreamSlowMultibyteRead") // Counting each byte is what it is for.
    private InputStream repeated(String before, String item, String last) {
        byte[] bytes = item.getBytes(StandardCharsets.UTF_8);
        List<InputStream> ends = new ArrayList<>();
        ends.add(text(before));
        ends.add(new InputStream() {
            private long at;

            @Override
            public int read() {
                read++;
                return at == (long) ITEMS * bytes.length ? -1 : bytes[(int) (at++ % bytes.length)];
            }
        });
        ends.add(text(last));
        Enumeration<InputStream> all = Collections.enumeration(ends);
        return new SequenceInputStream(all);
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
