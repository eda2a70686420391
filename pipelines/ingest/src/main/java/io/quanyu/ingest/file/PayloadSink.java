package io.quanyu.ingest.file;

/** Takes what a file gives, one after the other, so that no file needs to fit into memory. */
@FunctionalInterface
public interface PayloadSink {

    void take(FilePayload payload);

    /** Something of the file is no payload, and that is right: a row that the map leaves out, or a sum below the rows. */
    default void dropped(String what) {}
}
