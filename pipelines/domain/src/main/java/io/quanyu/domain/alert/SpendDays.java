package io.quanyu.domain.alert;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The closed days of all channels of a tenant that spent enough for an ROI: by channel, then day. */
record SpendDays(SortedMap<String, NavigableMap<Long, ChannelDay>> byChannel) {

    static SpendDays closedThrough(long epochDay, Collection<ChannelDay> days, long leastSpendFen) {
        SortedMap<String, NavigableMap<Long, ChannelDay>> byChannel = new TreeMap<>();
        for (ChannelDay day : days) {
            if (day.spendFen() >= leastSpendFen && day.epochDay() <= epochDay) {
                ChannelDay twin = byChannel
                        .computeIfAbsent(day.channel(), channel -> new TreeMap<>())
                        .put(day.epochDay(), day);
                if (twin != null) {
                    throw new IllegalArgumentException(
                            "A channel has one row per day, but there are " + twin + " and " + day);
                }
            }
        }
        return new SpendDays(byChannel);
    }

    /** Where money did best: another channel's ROI over a range of days. */
    record Peer(String channel, Roi roi) {}

    /**
     * The channel with the best ROI over the days from {@code first} to {@code last}, both included, other than {@code channel}; of equals
     * the first by name.
     */
    Optional<Peer> bestPeer(String channel, long first, long last) {
        return byChannel.entrySet().stream()
                .filter(peer -> !peer.getKey().equals(channel))
                .flatMap(peer -> over(peer, first, last).stream())
                .max(Comparator.comparing(Peer::roi).thenComparing(Peer::channel, Comparator.reverseOrder()));
    }

    private static Optional<Peer> over(Map.Entry<String, NavigableMap<Long, ChannelDay>> peer, long first, long last) {
        return peer.getValue().subMap(first, true, last, true).values().stream()
                .map(ChannelDay::roi)
                .reduce(Roi::plus)
                .map(roi -> new Peer(peer.getKey(), roi));
    }
}
