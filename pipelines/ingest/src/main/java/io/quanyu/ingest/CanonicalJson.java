package io.quanyu.ingest;

import org.apache.avro.specific.SpecificRecord;

/** Canonical events as JSON for people: one line each, fields in the order of the schema, times as ISO-8601. */
public final class CanonicalJson {

    private CanonicalJson() {}

    public static String line(SpecificRecord event) {
        return event.toString();
    }
}
