package io.quanyu.ingest.file;

import java.io.IOException;

/** How a file of a source becomes payloads. The bytes of a payload stay as they are. */
@FunctionalInterface
public interface Cut {

    /** A payload a line. */
    Cut LINES = (file, sink) -> Pieces.lines(file, sink);

    /** The file as it is; or a payload a line, if it has lines that are each a JSON text. A large list is cut into its items. */
    Cut DOCUMENT = (file, sink) -> JsonPieces.cut(file, sink, false);

    /** As {@link #DOCUMENT}, but every list is cut into its items. */
    Cut ITEMS = (file, sink) -> JsonPieces.cut(file, sink, true);

    /**
     * Cuts a file.
     *
     * @throws IllegalArgumentException if the source needs a map and there is none, or the map or the file's header is
     *     wrong
     */
    void cut(PayloadFile file, PayloadSink sink) throws IOException;
}
