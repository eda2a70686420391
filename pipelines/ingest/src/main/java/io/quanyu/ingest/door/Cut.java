package io.quanyu.ingest.door;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a file of a source becomes payloads. The bytes of a payload stay as they are. */
@FunctionalInterface
public interface Cut {

    /** A payload a line. */
    Cut LINES = (file, content, map) -> FilePayload.numbered(Pieces.endingWith("\n", content));

    /** The file as it is; or a payload a line, if the first of several lines is a whole JSON text. */
    Cut DOCUMENT = (file, content, map) -> {
        List<byte[]> lines = Pieces.endingWith("\n", content);
        return FilePayload.numbered(isJsonLines(lines) ? lines : List.of(content));
    };

    /**
     * Cuts a file.
     *
     * @param file where it lies, for messages
     * @param content its bytes, unpacked and without byte order mark
     * @param map a column map for a source that needs one; null if none is given
     * @throws IllegalArgumentException if the source needs a map and there is none, or the map or the file's header is
     *     wrong
     */
    List<FilePayload> cut(Path file, byte[] content, @Nullable Path map) throws IOException;

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
}
