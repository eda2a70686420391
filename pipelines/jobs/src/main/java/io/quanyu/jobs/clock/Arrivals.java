package io.quanyu.jobs.clock;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;

/**
 * What has arrived for a key and waits until the clock has passed its instant, in keyed state.
 *
 * <p>An operator {@link #hold holds} each input with an event-time timer of that instant and handles in {@code onTimer} what is
 * {@link #due due}, sorted by a total order of its own. So its history follows from the inputs and their instants, whatever
 * order they came in and however coarse the ticks of the clock are. Timers of one key fire in the order of their instants,
 * and once for an instant, so a review that an operator sets for the same instant shares the call.
 *
 * <p>An input whose instant the clock has passed is not held: the operator handles it at once, as of the current watermark.
 * After a restore no watermark is known, so such an input is held too and its timer may fire for an instant before the last
 * one handled: an operator that must not step back in time keeps that instant in state.
 *
 * @param <T> what arrives: a public record that Flink can serialize without Kryo
 */
public final class Arrivals<T> {

    private final MapState<Long, List<T>> waiting;

    private Arrivals(MapState<Long, List<T>> waiting) {
        this.waiting = waiting;
    }

    /** To be called in {@code open}. The name is part of every savepoint. */
    public static <T> Arrivals<T> in(RuntimeContext context, String name, Class<T> type) {
        var descriptor = new MapStateDescriptor<>(name, Types.LONG, Types.LIST(TypeInformation.of(type)));
        return new Arrivals<>(context.getMapState(descriptor));
    }

    /**
     * Keeps {@code item} until the clock passes {@code atMillis}.
     *
     * @return false if the clock has passed it already: nothing is kept, and the caller handles the item now
     */
    public boolean hold(T item, long atMillis, TimerService timers) throws Exception {
        if (atMillis <= timers.currentWatermark()) {
            return false;
        }
        List<T> sameInstant = waiting.get(atMillis);
        List<T> held = sameInstant == null ? new ArrayList<>(1) : sameInstant;
        held.add(item);
        waiting.put(atMillis, held);
        timers.registerEventTimeTimer(atMillis);
        return true;
    }

    /**
     * Keeps {@code item} until the clock passes {@code atMillis}, and if it has passed it already until it next moves: for an
     * operator that handles nothing between two ticks, because only then has it all that belongs together.
     */
    public void holdForTick(T item, long atMillis, Reached reached, TimerService timers) throws Exception {
        hold(item, Math.max(atMillis, reached.millis() + 1), timers);
    }

    /** Drops everything that is held. */
    public void clear() {
        waiting.clear();
    }

    /** What was held for exactly this instant, in order of arrival, and then no more. Empty if a timer had another cause. */
    public List<T> due(long atMillis) throws Exception {
        List<T> held = waiting.get(atMillis);
        if (held == null) {
            return List.of();
        }
        waiting.remove(atMillis);
        return held;
    }
}
