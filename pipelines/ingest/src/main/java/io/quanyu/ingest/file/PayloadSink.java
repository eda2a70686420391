package io.quanyu.ingest.file;

/** Takes what a file gives, one after the other, so that no file needs to fit into memory. */
@FunctionalInterface
public interface PayloadSink {

    void take(FilePayload payload);

    /** Something of the file is no payload, and that is right: a row that the map leaves out, or a sum below the rows. */
    default void dropped(String what) {}

    /**
     * So many rows of the file have been read, and make payloads when all of it is: an order has rows anywhere.
     *
     * @param rows since the beginning of the file
     */
    default void gathered(long rows) {}
}
