package io.quanyu.ingest.door;

import io.quanyu.ingest.Outcome;
import io.quanyu.ingest.Outcome.Accepted;
import io.quanyu.ingest.Outcome.Refused;
import io.quanyu.ingest.PhoneGuard;
import io.quanyu.ingest.RawPayload;
import io.quanyu.ingest.Reason;
import io.quanyu.ingest.TenantCurrencies;
import io.quanyu.ingest.TenantKeys;
import io.quanyu.ingest.fields.BadField;
import io.quanyu.ingest.privacy.PayloadGuard;
import io.quanyu.ingest.privacy.TextGuard;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Reads platform payloads. Immutable and safe for several threads; compile it once per task.
 *
 * <p>{@link #ingest} answers every payload with at least one outcome and throws nothing, whatever the bytes are.
 */
public final class Ingestion {

    private final SortedMap<String, Adapter> adapters = new TreeMap<>();

    private final EventGuard guard;
    private final TenantCurrencies currencies;

    private Ingestion(TenantKeys keys, TenantCurrencies currencies) {
        this.currencies = currencies;
        PhoneGuard phones = PhoneGuard.withKeys(keys);
        this.guard = new EventGuard(keys);
        Sources.all()
                .forEach((name, source) -> adapters.put(name, source.adapter().apply(phones)));
    }

    /** For all sources on the class path, and tenants that count in CNY. */
    public static Ingestion withKeys(TenantKeys keys) {
        return with(keys, TenantCurrencies.UNSET);
    }

    /** For all sources on the class path. */
    public static Ingestion with(TenantKeys keys, TenantCurrencies currencies) {
        return new Ingestion(keys, currencies);
    }

    /** What a payload gives. Each event of it is one that Kafka takes and every table holds. */
    public List<Outcome> ingest(RawPayload raw) {
        List<Outcome> found = outcomes(raw);
        return IntStream.range(0, found.size())
                .mapToObj(number -> leaving(raw, found.size() == 1 ? Refused.WHOLE : number, found.get(number)))
                .toList();
    }

    private Outcome leaving(RawPayload raw, int item, Outcome found) {
        try {
            Outcome guarded = guard.guarded(found);
            if (guarded instanceof Accepted accepted) {
                Fit.check(accepted);
            }
            return guarded;
        } catch (Refusal refusal) {
            return refused(raw, item, refusal.reason(), refusal.detail());
        } catch (RuntimeException | StackOverflowError fault) {
            return refused(raw, item, Reason.ADAPTER_FAILED, Findings.describe(fault));
        }
    }

    private List<Outcome> outcomes(RawPayload raw) {
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
        if (!raw.fitsOnKafka()) {
            throw Fit.tooLarge("The payload", raw.body().length);
        }
        Adapter adapter = adapters.get(raw.source());
        if (adapter == null) {
            throw new Refusal(
                    Reason.UNKNOWN_SOURCE,
                    "No adapter for source " + TextGuard.quote(raw.source()) + "; sources are "
                            + String.join(", ", adapters.keySet()));
        }
        Delivery delivery = Delivery.of(raw);
        findings.countIn(currencies.currencyOf(delivery.tenant()));
        adapter.read(delivery, findings);
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
        return refused(raw, Refused.WHOLE, reason, detail);
    }

    private static Refused refused(RawPayload raw, int item, Reason reason, String detail) {
        return new Refused(item, reason, detail, guarded(raw));
    }

    /** A payload that even the guard cannot read, or that is too large for it, is not shown at all. */
    private static String guarded(RawPayload raw) {
        String instead = "(" + raw.body().length + " bytes that cannot be shown)";
        try {
            return raw.fitsOnKafka() ? PayloadGuard.guard(raw.body()) : instead;
        } catch (RuntimeException | StackOverflowError unreadable) {
            return instead;
        }
    }
}
