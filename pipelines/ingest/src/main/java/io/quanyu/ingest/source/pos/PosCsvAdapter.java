package io.quanyu.ingest.source.pos;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanyu.contract.RawHeaders;
import io.quanyu.ingest.Outcome.Accepted;
import io.quanyu.ingest.PhoneGuard;
import io.quanyu.ingest.Reason;
import io.quanyu.ingest.door.Adapter;
import io.quanyu.ingest.door.Delivery;
import io.quanyu.ingest.door.Findings;
import io.quanyu.ingest.door.Json;
import io.quanyu.ingest.door.Refusal;
import io.quanyu.ingest.fields.BadField;
import io.quanyu.ingest.privacy.TextGuard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Point-of-sale orders: the CSV rows of one order, {@code {"rows": [{column: cell}], "lines": [number]}}, or the rows
 * alone, read by the column map that travels with them as a header.
 */
final class PosCsvAdapter implements Adapter {

    private static final int MAPS_KEPT = 32;

    private final PosTickets tickets;
    private final Map<String, ColumnMap> maps = new LinkedHashMap<>(MAPS_KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ColumnMap> eldest) {
            return size() > MAPS_KEPT;
        }
    };

    PosCsvAdapter(PhoneGuard phones) {
        this.tickets = new PosTickets(phones);
    }

    @Override
    public void read(Delivery delivery, Findings findings) {
        ColumnMap map = mapOf(delivery);
        JsonNode payload = Json.parse(delivery.body());
        if (payload.hasNonNull("problem")) {
            throw new Refusal(
                    Reason.MALFORMED,
                    "CSV line " + payload.at("/lines/0").asText() + ": "
                            + TextGuard.quote(payload.path("problem").asText()));
        }
        JsonNode rows = payload.isArray() ? payload : payload.path("rows");
        if (!rows.isArray()) {
            throw new Refusal(Reason.UNKNOWN_KIND, "Not the rows of an order: \"rows\" is no list");
        }
        if (rows.isEmpty()) {
            throw new Refusal(Reason.NOTHING_TO_MAP, "The order has no rows");
        }
        List<JsonNode> cells = new ArrayList<>();
        for (JsonNode row : rows) {
            if (!row.isObject()) {
                throw new Refusal(Reason.MALFORMED, "A row must be an object of column and cell");
            }
            cells.add(row);
        }
        List<Long> lines = new ArrayList<>();
        payload.path("lines").forEach(line -> lines.add(line.asLong()));
        Ticket ticket = new Ticket(map, cells, lines);
        findings.accept(read(delivery, ticket));
    }

    /** Every refusal says the line. */
    private Accepted read(Delivery delivery, Ticket ticket) {
        try {
            return tickets.read(delivery, ticket);
        } catch (BadField bad) {
            throw placed(Refusal.of(bad), ticket);
        } catch (Refusal refusal) {
            throw placed(refusal, ticket);
        }
    }

    private static Refusal placed(Refusal refusal, Ticket ticket) {
        boolean placed = refusal.detail().startsWith("CSV line ");
        return placed ? refusal : new Refusal(refusal.reason(), ticket.place() + refusal.detail());
    }

    private ColumnMap mapOf(Delivery delivery) {
        String yaml = delivery.raw()
                .header(RawHeaders.MAP)
                .orElseThrow(() -> new Refusal(
                        Reason.BAD_HEADER, "Header \"map\" is missing: it must hold the column map of the file"));
        synchronized (maps) {
            try {
                return maps.computeIfAbsent(yaml, text -> ColumnMap.parse("header map", text));
            } catch (IllegalArgumentException wrong) {
                throw new Refusal(Reason.BAD_HEADER, TextGuard.mask(String.valueOf(wrong.getMessage())));
            }
        }
    }
}
