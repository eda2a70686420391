package io.quanyu.ingest.source.wecom;

import io.quanyu.ingest.door.Cut;
import io.quanyu.ingest.door.FilePayload;
import io.quanyu.ingest.door.Pieces;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files of callbacks, XML documents one after the other, or of what the contact API answers. */
final class CallbackFiles {

    private CallbackFiles() {}

    static List<FilePayload> cut(Path file, byte[] content, @Nullable Path map) throws IOException {
        return WecomXml.looksLikeXml(content)
                ? FilePayload.numbered(Pieces.endingWith("</xml>", content))
                : Cut.DOCUMENT.cut(file, content, map);
    }
}
