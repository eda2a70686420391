package io.quanyu.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.ingest.door.Sources;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PayloadFilesTest {

    @TempDir
    Path folder;

    @Test
    void aJsonDocumentIsOnePayload() throws IOException {
        assertThat(cut("youzan", "{\n \"a\": 1\n}\n")).containsExactly("{\n \"a\": 1\n}\n");
        assertThat(cut("wecom-chat", "[\n {},\n {}\n]")).containsExactly("[\n {},\n {}\n]");
    }

    @Test
    void jsonLinesAreAPayloadEachEvenIfOneIsBroken() throws IOException {
        assertThat(cut("youzan", "{\"a\":1}\r\n\n{\"b\":\n{\"c\":3}"))
                .containsExactly("{\"a\":1}", "{\"b\":", "{\"c\":3}");
        assertThat(cut("scan-jsonl", "nonsense\n{}")).containsExactly("nonsense", "{}");
    }

    @Test
    void xmlDocumentsAreAPayloadEach() throws IOException {
        assertThat(cut("wecom-contact", "<xml><a/></xml>\n<xml>\n</xml>\n<xml>cut"))
                .containsExactly("<xml><a/></xml>", "<xml>\n</xml>", "<xml>cut");
    }

    @Test
    void aPackedFileIsUnpackedAndAMarkIsDropped() throws IOException {
        Path file = folder.resolve("x.json.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("\ufeff{}".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(texts(PayloadFiles.read(Sources.named("youzan").cut(), file, null)))
                .containsExactly("{}");
    }

    private List<String> cut(String source, String content) throws IOException {
        return texts(PayloadFiles.read(
                Sources.named(source).cut(), Files.writeString(folder.resolve("file"), content), null));
    }

    private static List<String> texts(List<FilePayload> payloads) {
        return payloads.stream()
                .map(payload -> new String(payload.body(), StandardCharsets.UTF_8))
                .toList();
    }
}
