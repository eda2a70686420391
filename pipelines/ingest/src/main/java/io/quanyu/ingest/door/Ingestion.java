package io.quanyu.ingest.door;

import io.quanyu.ingest.Outcome.Refused;
import io.quanyu.ingest.Outcome;
import io.quanyu.ingest.PhoneGuard;
import io.quanyu.ingest.RawPayload;
import io.quanyu.ingest.Reason;
import io.quanyu.ingest.TenantKeys;
import io.quanyu.ingest.fields.BadField;
import io.quanyu.ingest.privacy.PayloadGuard;
import io.quanyu.ingest.privacy.TextGuard;
import io.quanyu.ingest.source.douyin.DouyinAdapter;
import io.quanyu.ingest.source.oceanengine.OceanEngineAdapter;
import io.quanyu.ingest.source.pos.PosCsvAdapter;
import io.quanyu.ingest.source.scan.ScanAdapter;
import io.quanyu.ingest.source.wecom.WecomChatAdapter;
import io.quanyu.ingest.source.wecom.WecomContactAdapter;
import io.quanyu.ingest.source.wecom.WecomContactWayAdapter;
import io.quanyu.ingest.source.youzan.YouzanAdapter;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads platform payloads. Immutable and safe for several threads; compile it once per task.
 *
 * <p>{@link #ingest} answers every payload with at least one outcome and throws nothing, whatever the bytes are.
 */
public final class Ingestion {

    private static final SortedSet<String> SOURCES = new TreeSet<>(List.of(
            "youzan",
            "douyin",
            "wecom-contact",
            "wecom-contact-way",
            "wecom-chat",
            "oceanengine",
            "pos-csv",
            "scan-jsonl"));

    private final SortedMap<String, Adapter> adapters = new TreeMap<>();

    private Ingestion(PhoneGuard phones) {
        adapters.put("youzan", new YouzanAdapter(phones));
        adapters.put("douyin", new DouyinAdapter(phones));
        adapters.put("wecom-contact", new WecomContactAdapter(phones));
        adapters.put("wecom-contact-way", new WecomContactWayAdapter());
        adapters.put("wecom-chat", new WecomChatAdapter());
        adapters.put("oceanengine", new OceanEngineAdapter());
        adapters.put("pos-csv", new PosCsvAdapter(phones));
        adapters.put("scan-jsonl", new ScanAdapter(phones));
    }

    /**
     * The touch of a friend add, shared by the event of the add and every later read-back:
     * {@code add:<corp>:<staff>:<external userid>:<create time in seconds>}. For an ADDED event the time is its
     * {@code occurred_at}, for a READ_BACK its {@code added_at}; corp is {@code shop}, the external userid the subject.
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
        return new TreeSet<>(SOURCES);
    }

    public List<Outcome> ingest(RawPayload raw) {
        Findings findings = new Findings();
        try {
            read(raw, findings);
        } catch (Refusal refusal) {
            return with(findings, refused(raw, refusal.reason(), refusal.detail()));
        } catch (BadField field) {
            Refusal refusal = Refusal.of(field);
            return with(findings, refused(raw, refusal.reason(), refusal.detail()));
        } catch (RuntimeException | StackOverflowError fault) {
            return with(findings, refused(raw, Reason.ADAPTER_FAILED, Findings.describe(fault)));
        }
        return List.copyOf(findings.outcomes());
    }

    private void read(RawPayload raw, Findings findings) {
        Adapter adapter = adapters.get(raw.source());
        if (adapter == null) {
            throw new Refusal(
                    Reason.UNKNOWN_SOURCE,
                    "No adapter for source " + TextGuard.quote(raw.source()) + "; sources are "
                            + String.join(", ", adapters.keySet()));
        }
        adapter.read(Delivery.of(raw), findings);
        if (findings.outcomes().isEmpty()) {
            throw new Refusal(Reason.NOTHING_TO_MAP, "The payload is an empty list");
        }
    }

    private static List<Outcome> with(Findings findings, Refused refused) {
        List<Outcome> outcomes = new ArrayList<>(findings.outcomes());
        outcomes.add(refused);
        return List.copyOf(outcomes);
    }

    private static Refused refused(RawPayload raw, Reason reason, String detail) {
        return new Refused(Refused.WHOLE, reason, detail, guarded(raw.body()));
    }

    /** A payload that even the guard cannot read is not shown at all. */
    private static String guarded(byte[] body) {
        try {
            return PayloadGuard.guard(body);
        } catch (RuntimeException | StackOverflowError unreadable) {
            return "(" + body.length + " bytes that cannot be shown)";
        }
    }
}
