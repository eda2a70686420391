package io.quanyu.domain.customer;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a platform said of an order at one version. A null field was not said, and wipes nothing.
 *
 * <p>Versions of one order are ordered by (version, lifecycle rank, event id); arrival plays no part.
 *
 * @param order the order's key: {@code platform|shop|order_id}
 * @param version grows with every change of the order, by the platform
 * @param orderedAtMillis when it was placed, epoch milliseconds
 * @param paidAtMillis when it was paid in full, epoch milliseconds
 * @param closedAtMillis when it was closed or cancelled, epoch milliseconds
 * @param paidFen what the customer pays, in fen
 * @param liveRoom live room in which it was placed
 * @param liveCode state of the live code that led to it
 * @param region province or country of delivery
 * @param occurredAtMillis when this version came about, by the platform's clock, epoch milliseconds
 * @param currency as {@link Money#counted}: ISO 4217 code, empty where it is the tenant's own of the amount
 * @param hold whether the platform holds it back, for example until a group buy is full
 * @param refundedInFull whether the order itself says that all its money went back
 */
public record OrderVersion(
        String eventId,
        String order,
        long version,
        Fulfilment fulfilment,
        @Nullable Long orderedAtMillis,
        @Nullable Long paidAtMillis,
        @Nullable Long closedAtMillis,
        @Nullable Long paidFen,
        @Nullable String liveRoom,
        @Nullable String liveCode,
        @Nullable String region,
        long occurredAtMillis,
        @Nullable String currency,
        @Nullable Boolean hold,
        @Nullable Boolean refundedInFull)
        implements Comparable<OrderVersion> {

    /** Total: ends in the whole content, so that two contents under one event id have one winner everywhere. */
    private static final Comparator<OrderVersion> AGE = Comparator.comparingLong(OrderVersion::version)
            .thenComparing(OrderVersion::fulfilment)
            .thenComparing(OrderVersion::eventId)
            .thenComparing(OrderVersion::toString);

    /** That says nothing of currency, hold and refunds. */
    public OrderVersion(
            String eventId,
            String order,
            long version,
            Fulfilment fulfilment,
            @Nullable Long orderedAtMillis,
            @Nullable Long paidAtMillis,
            @Nullable Long closedAtMillis,
            @Nullable Long paidFen,
            @Nullable String liveRoom,
            @Nullable String liveCode,
            @Nullable String region,
            long occurredAtMillis) {
        this(
                eventId,
                order,
                version,
                fulfilment,
                orderedAtMillis,
                paidAtMillis,
                closedAtMillis,
                paidFen,
                liveRoom,
                liveCode,
                region,
                occurredAtMillis,
                null,
                null,
                null);
    }

    @Override
    public int compareTo(OrderVersion other) {
        return AGE.compare(this, other);
    }

    /** Of two contents under one event id the newer; of two deliveries of one version whose time is absurd, the first. */
    OrderVersion newer(OrderVersion other) {
        if (occurredAtMillis != other.occurredAtMillis && version == other.version) {
            return occurredAtMillis < other.occurredAtMillis ? this : other;
        }
        return compareTo(other) >= 0 ? this : other;
    }

    /** The earliest instant this version knows of, epoch milliseconds. */
    long earliestMillis() {
        long ordered = orderedAtMillis == null ? occurredAtMillis : orderedAtMillis;
        long paid = paidAtMillis == null ? occurredAtMillis : paidAtMillis;
        return Math.min(occurredAtMillis, Math.min(ordered, paid));
    }
}
