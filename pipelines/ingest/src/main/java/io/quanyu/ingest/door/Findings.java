package io.quanyu.ingest.door;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanyu.ingest.Outcome;
import io.quanyu.ingest.Outcome.Accepted;
import io.quanyu.ingest.Outcome.Refused;
import io.quanyu.ingest.Reason;
import io.quanyu.ingest.TenantCurrencies;
import io.quanyu.ingest.fields.BadField;
import io.quanyu.ingest.privacy.PayloadGuard;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Collects what became of a payload. An item that is refused does not harm its neighbours. */
public final class Findings {

    private static final String TENANT_CURRENCY = "tenant_currency";

    private final List<Outcome> outcomes = new ArrayList<>();
    private String currency = TenantCurrencies.UNLESS_SET;
    private int items;

    /** Says in every event with amounts, from now on, which currency its tenant counts in, if it is not the usual one. */
    void countIn(String code) {
        currency = code;
    }

    public void accept(Accepted accepted) {
        SpecificRecord event = accepted.event();
        Schema.Field field = event.getSchema().getField(TENANT_CURRENCY);
        if (field != null && !currency.equals(TenantCurrencies.UNLESS_SET)) {
            event.put(field.pos(), currency);
        }
        outcomes.add(accepted);
    }

    /** Reads the next item: its event, or its refusal with the item as guarded payload. Null if it is refused. */
    public @Nullable Accepted item(JsonNode item, Supplier<Accepted> reading) {
        int number = items++;
        try {
            Accepted accepted = reading.get();
            accept(accepted);
            return accepted;
        } catch (Refusal refusal) {
            outcomes.add(refused(number, refusal, item));
        } catch (BadField field) {
            outcomes.add(refused(number, Refusal.of(field), item));
        } catch (RuntimeException fault) {
            outcomes.add(refused(number, new Refusal(Reason.ADAPTER_FAILED, describe(fault)), item));
        }
        return null;
    }

    /** Class and place of a fault. Not its message, which may quote the payload. */
    static String describe(Throwable fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        return fault.getClass().getSimpleName() + (trace.length == 0 ? "" : " at " + trace[0])
                + ": please report it with the source position";
    }

    List<Outcome> outcomes() {
        return outcomes;
    }

    private static Refused refused(int number, Refusal refusal, JsonNode item) {
        return new Refused(number, refusal.reason(), refusal.detail(), PayloadGuard.guard(item));
    }
}
