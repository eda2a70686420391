package io.quanyu.ingest.source.wecom;

import io.quanyu.ingest.file.Cut;
import io.quanyu.ingest.file.PayloadFile;
import io.quanyu.ingest.file.PayloadSink;
import io.quanyu.ingest.file.Pieces;
import java.io.IOException;

/** Files of callbacks, XML documents one after the other, or of what the contact API answers. */
final class CallbackFiles {

    private CallbackFiles() {}

    static void cut(PayloadFile file, PayloadSink sink) throws IOException {
        if (WecomXml.looksLikeXml(file.head())) {
            Pieces.endingWith("</xml>", file, sink);
        } else {
            Cut.ITEMS.cut(file, sink);
        }
    }
}
