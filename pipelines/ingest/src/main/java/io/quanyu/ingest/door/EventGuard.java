package io.quanyu.ingest.door;

import io.quanyu.events.Identifier;
import io.quanyu.ingest.Outcome;
import io.quanyu.ingest.Outcome.Accepted;
import io.quanyu.ingest.Outcome.Refused;
import io.quanyu.ingest.TenantKeys;
import io.quanyu.ingest.privacy.KeyedHash;
import io.quanyu.ingest.privacy.PersonalId;
import io.quanyu.ingest.privacy.TextGuard;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/**
 * Looks at every text that leaves the door, whatever source made it. Free text leaves masked; an id that is or holds something
 * personal leaves as its mask and a keyed hash, so that it still joins with itself.
 */
final class EventGuard {

    private static final int HASH_DIGITS = 16;

    /** Names a key file, so it cannot be hashed with the key. */
    private static final String TENANT = "tenant";

    private static final Set<String> FREE_TEXT = Set.of("text", "title", "remark", "reason");

    /** Identifiers of things stand in fields as well and must be written alike there; a person's is hashed as a phone is. */
    private static final Set<String> THINGS = Set.of("order", "live_code", "room", "project");

    private static final String PARTS = ":|/,;";
    private static final String FORMULA_SIGNS = "=+@-";

    private final TenantKeys keys;

    EventGuard(TenantKeys keys) {
        this.keys = keys;
    }

    Outcome guarded(Outcome outcome) {
        if (outcome instanceof Accepted accepted) {
            guard(accepted.event(), String.valueOf(accepted.event().get(tenant(accepted.event()))));
            return accepted;
        }
        Refused refused = (Refused) outcome;
        return new Refused(
                refused.item(), refused.reason(), TextGuard.maskPersons(refused.detail()), refused.guardedPayload());
    }

    private static int tenant(IndexedRecord event) {
        return event.getSchema().getField(TENANT).pos();
    }

    private void guard(IndexedRecord record, String tenant) {
        if (record instanceof Identifier identifier && !THINGS.contains(identifier.getType())) {
            guard(identifier, tenant);
        }
        for (Schema.Field field : record.getSchema().getFields()) {
            Object value = record.get(field.pos());
            Object guarded =
                    value == null || field.name().equals(TENANT) ? value : guarded(field.name(), value, tenant);
            if (guarded != value) {
                record.put(field.pos(), guarded);
            }
        }
    }

    private void guard(Identifier identifier, String tenant) {
        PersonalId.in(identifier.getValue()).ifPresent(personal -> {
            identifier.setValue(KeyedHash.of(personal.canonical(), keys.keyOf(tenant)));
            identifier.setMasked(personal.masked());
        });
    }

    private Object guarded(String field, Object value, String tenant) {
        if (value instanceof String text) {
            return FREE_TEXT.contains(field) ? TextGuard.mask(text) : id(text, tenant);
        }
        if (value instanceof IndexedRecord record) {
            guard(record, tenant);
        } else if (value instanceof List<?> list) {
            return list(field, list, tenant);
        }
        return value;
    }

    private List<?> list(String field, List<?> list, String tenant) {
        boolean texts = !list.isEmpty() && list.get(0) instanceof String;
        List<Object> guarded = new ArrayList<>(list.size());
        list.forEach(item -> guarded.add(guarded(field, item, tenant)));
        return texts ? guarded : list;
    }

    /** The id, if nothing in it is personal. One that is made of several is judged part by part. */
    private String id(String id, String tenant) {
        if (!PersonalId.mayBeIn(id)) {
            return id;
        }
        boolean formula = FORMULA_SIGNS.indexOf(id.charAt(0)) >= 0;
        String parts = formula ? id : inParts(id, tenant);
        return parts.equals(id) ? part(id, tenant) : parts;
    }

    private String inParts(String id, String tenant) {
        var guarded = new StringBuilder();
        int start = 0;
        for (int end = 0; end <= id.length(); end++) {
            if (end == id.length() || PARTS.indexOf(id.charAt(end)) >= 0) {
                guarded.append(part(id.substring(start, end), tenant));
                guarded.append(end == id.length() ? "" : id.charAt(end));
                start = end + 1;
            }
        }
        return guarded.toString();
    }

    private String part(String part, String tenant) {
        return PersonalId.in(part)
                .map(personal -> personal.masked() + "#"
                        + KeyedHash.of(personal.canonical(), keys.keyOf(tenant)).substring(0, HASH_DIGITS))
                .orElse(part);
    }
}
