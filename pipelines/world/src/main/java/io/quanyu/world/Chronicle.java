package io.quanyu.world;

import io.quanyu.world.truth.RealPerson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Everything that happened, in the order it was told: what was sent, and which accounts showed up in it. */
public final class Chronicle {

    /** Nothing new happens from here on; only the clock goes on. */
    public static final long CLOSING = Moments.at(Moments.LAST_DAY + 4, 0);

    /** Sources whose deliveries sometimes hang for hours or days. */
    private static final Set<String> SLOW = Set.of("youzan", "douyin", "wecom-chat");

    private static final double LATE_SHARE = 0.015;

    private final long seed;
    private final List<Arrival> arrivals = new ArrayList<>();
    private final SortedMap<Integer, SortedMap<String, SortedSet<String>>> accounts = new TreeMap<>();
    private final Ledger ledger = new Ledger();

    Chronicle(long seed) {
        this.seed = seed;
    }

    public Ledger ledger() {
        return ledger;
    }

    /** A payload about something that happened, on its way for a while. What happens after the closing is not told. */
    public void post(String source, String shop, long occurredAt, long delayMillis, String key, String text) {
        if (occurredAt >= CLOSING) {
            return;
        }
        var dice = Dice.of(seed, "late", arrivals.size());
        boolean late = SLOW.contains(source) && dice.chance(LATE_SHARE);
        long delay = late ? delayMillis + dice.millis(2 * Moments.HOUR, 60 * Moments.HOUR) : delayMillis;
        long receivedAt = Math.min(occurredAt + delay, CLOSING);
        send(new Arrival(source, World.TENANT, shop, null, null, receivedAt, key, text));
    }

    /** A payload as it is, at its own time. */
    public void send(Arrival arrival) {
        arrivals.add(arrival);
    }

    /** An account of somebody shows up in a payload. Accounts of one circle are tied together by payloads. */
    public void seen(Resident resident, String circle, String identifier) {
        accounts.computeIfAbsent(resident.number(), number -> new TreeMap<>())
                .computeIfAbsent(circle, name -> new TreeSet<>())
                .add(identifier);
    }

    int size() {
        return arrivals.size();
    }

    Arrival sent(int index) {
        return arrivals.get(index);
    }

    /** By time of arrival; at one time in the order they were sent. */
    List<Arrival> inOrderOfArrival() {
        return arrivals.stream()
                .sorted(Comparator.comparingLong(Arrival::receivedAtMillis))
                .toList();
    }

    List<RealPerson> people() {
        return accounts.entrySet().stream()
                .map(entry -> new RealPerson(
                        String.valueOf(entry.getKey()),
                        List.copyOf(entry.getValue().values())))
                .toList();
    }
}
