package io.quanyu.ingest.door;

/** Reads the payloads of one source. Immutable and safe for several threads. */
public interface Adapter {

    /**
     * Adds at least one outcome for the payload.
     *
     * @throws Refusal if the payload as a whole gives nothing
     */
    void read(Delivery delivery, Findings findings);
}
