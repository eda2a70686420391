package io.quanyu.ingest.source.pos;

import io.quanyu.events.Fulfilment;
import io.quanyu.events.RefundState;
import io.quanyu.ingest.fields.Spec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What a status column can say of an order. */
enum PosStatus {
    CREATED(Fulfilment.CREATED, false),
    PAID(Fulfilment.PAID, true),
    SHIPPED(Fulfilment.SHIPPED, true),
    COMPLETED(Fulfilment.COMPLETED, true),
    /** Closed before money came. */
    CLOSED(Fulfilment.CLOSED, false),
    /** Closed because all the money went back. */
    REFUNDED(Fulfilment.CLOSED, true);

    /** The usual words of tills and shops, from {@code status.yaml}. */
    static final Map<String, PosStatus> USUAL = usual();

    final Fulfilment fulfilment;
    final boolean paid;

    PosStatus(Fulfilment fulfilment, boolean paid) {
        this.fulfilment = fulfilment;
        this.paid = paid;
    }

    RefundState refundState() {
        return this == REFUNDED ? RefundState.REFUNDED : RefundState.NONE;
    }

    /** @throws IllegalArgumentException naming all there are, if it is none of them */
    static PosStatus of(String name) {
        return Arrays.stream(values())
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("\"" + name + "\" is none of " + Arrays.toString(values())));
    }

    private static Map<String, PosStatus> usual() {
        try (InputStream in = PosStatus.class.getResourceAsStream("status.yaml")) {
            Spec words = Spec.parse("status.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
            Map<String, PosStatus> usual = new HashMap<>();
            for (PosStatus status : values()) {
                words.texts(status.name()).forEach(word -> usual.put(word, status));
            }
            return Map.copyOf(usual);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read status.yaml", failure);
        }
    }
}
