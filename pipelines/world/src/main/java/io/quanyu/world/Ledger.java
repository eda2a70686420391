package io.quanyu.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which channel really brought which money, so that the spend of the month can be set against it: the last touch of
 * the same circle of accounts within 30 days before the order, or the live room that it was placed in.
 */
public final class Ledger {

    private static final long LOOK_BACK = 30 * Moments.DAY;

    private record Circle(int resident, String name) {}

    private record Touch(long at, String channel) {}

    private record Paid(Circle circle, Sale sale) {}

    /** Money of a channel and day, in fen: before and after refunds. */
    record Revenue(long grossFen, long netFen) {
        static final Revenue NONE = new Revenue(0, 0);

        Revenue plus(Revenue other) {
            return new Revenue(grossFen + other.grossFen, netFen + other.netFen);
        }
    }

    private final Map<Circle, List<Touch>> touches =
            new TreeMap<>(Comparator.comparingInt(Circle::resident).thenComparing(Circle::name));
    private final List<Paid> sales = new ArrayList<>();

    public void touched(Resident resident, String circle, long at, String channel) {
        touches.computeIfAbsent(new Circle(resident.number(), circle), key -> new ArrayList<>())
                .add(new Touch(at, channel));
    }

    public void sold(Sale sale, String circle) {
        if (sale.paidAt() > 0) {
            sales.add(new Paid(new Circle(sale.buyer().number(), circle), sale));
        }
    }

    /** By day of payment. Money that no channel brought is left out. */
    SortedMap<Integer, Revenue> of(String channel) {
        SortedMap<Integer, Revenue> days = new TreeMap<>();
        for (Paid paid : sales) {
            if (channelOf(paid).filter(channel::equals).isPresent()) {
                var revenue = new Revenue(paid.sale().fen(), paid.sale().netFen());
                days.merge(Moments.dayOf(paid.sale().paidAt()), revenue, Revenue::plus);
            }
        }
        return days;
    }

    private Optional<String> channelOf(Paid paid) {
        if (paid.sale().live()) {
            return Optional.of(Merchant.LIVE_ROOM);
        }
        long until = paid.sale().paidAt();
        return touches.getOrDefault(paid.circle(), List.of()).stream()
                .filter(touch -> touch.at() <= until && touch.at() > until - LOOK_BACK)
                .max(Comparator.comparingLong(Touch::at))
                .map(Touch::channel);
    }
}
