package io.quanyu.ingest;

import io.quanyu.ingest.Outcome.Refused;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Reads platform payloads. Immutable and safe for several threads; compile it once per task.
 *
 * <p>{@link #ingest} answers every payload with at least one outcome and throws nothing, whatever the bytes are.
 */
public final class Ingestion {

    private final PhoneGuard phones;

    private Ingestion(PhoneGuard phones) {
        this.phones = phones;
    }

    /**
     * The touch of a friend add, shared by the event of the add and every later read-back:
     * {@code add:<corp>:<staff>:<external userid>:<create time in seconds>}.
     */
    public static String touchIdOfAdd(String corp, String staff, String externalUserid, long createdSeconds) {
        return "add:" + corp + ":" + staff + ":" + externalUserid + ":" + createdSeconds;
    }

    /** With the field maps that come with this version. */
    public static Ingestion withKeys(TenantKeys keys) {
        return new Ingestion(PhoneGuard.withKeys(keys));
    }

    /** Names of the sources that can be read, for example "youzan". */
    public static SortedSet<String> sources() {
        return new TreeSet<>(List.of(
                "youzan",
                "douyin",
                "wecom-contact",
                "wecom-contact-way",
                "wecom-chat",
                "oceanengine",
                "pos-csv",
                "scan-jsonl"));
    }

    public List<Outcome> ingest(RawPayload raw) {
        return List.of(new Refused(
                Refused.WHOLE, Reason.UNKNOWN_KIND, "No adapter yet for " + raw.source() + phones.hashCode(), ""));
    }
}
