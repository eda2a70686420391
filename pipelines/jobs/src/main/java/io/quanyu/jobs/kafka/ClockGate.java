package io.quanyu.jobs.kafka;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Puts ticks of the clock and records of some partitions in the one order that the log gives them, however they are read: a record stands behind every
 * tick that did not count it, and before every tick that did. A tick goes on when all records that it counted have; a record as soon as the tick
 * after it is known.
 *
 * <p>So a job that reads a year of events and ticks from nothing repeats the history that the one had which lived through it.
 */
final class ClockGate {

    private static final class Partition {
        private final Deque<TopicRecord> held = new ArrayDeque<>();
        private long next;

        /** Number of a tick before which no tick counted more of this partition than has been released. */
        private long looked = Long.MIN_VALUE;

        Partition(long next) {
            this.next = next;
        }
    }

    private final Predicate<String> mine;
    private final Consumer<Released> records;
    private final LongConsumer watermarks;
    private final Map<String, Partition> partitions = new HashMap<>();

    /** Ticks that are known and have not passed, by their numbers, in instants that never go back. */
    private final TreeMap<Long, Tick> ticks = new TreeMap<>();

    private long passedMillis = Long.MIN_VALUE;
    private boolean started;

    /**
     * A gate that has seen nothing.
     *
     * @param mine whether the records of a partition, as {@link Through#partition} names it, come here
     * @param records takes what is released
     * @param watermarks takes the instant of each tick that passes
     */
    ClockGate(Predicate<String> mine, Consumer<Released> records, LongConsumer watermarks) {
        this.mine = mine;
        this.records = records;
        this.watermarks = watermarks;
    }

    /** Goes on where several gates stood, which shared the partitions in another way; what passed at some of them passes once more. */
    void restore(List<GateState> kept) {
        started = true;
        passedMillis = kept.stream().mapToLong(GateState::passedMillis).min().orElse(Long.MIN_VALUE);
        for (GateState one : kept) {
            one.ticks().forEach(tick -> ticks.put(tick.number(), tick));
            one.positions().forEach((partition, next) -> {
                if (mine.test(partition)) {
                    partitions.computeIfAbsent(partition, name -> new Partition(next));
                }
            });
        }
        kept.stream()
                .flatMap(one -> one.held().stream())
                .filter(record -> mine.test(name(record)))
                .sorted(Comparator.comparingLong(record -> record.position().offset()))
                .forEach(record -> partition(name(record)).held.add(record));
    }

    GateState kept() {
        Map<String, Long> positions = new HashMap<>();
        List<TopicRecord> held = new ArrayList<>();
        partitions.forEach((name, partition) -> {
            positions.put(name, partition.next);
            held.addAll(partition.held);
        });
        return new GateState(passedMillis, List.copyOf(ticks.values()), positions, held);
    }

    void tick(Tick tick) {
        if (!started) {
            start(tick);
        }
        Tick last = ticks.isEmpty() ? null : ticks.lastEntry().getValue();
        Tick next = tick.at(Math.max(tick.millis(), last == null ? passedMillis : last.millis()));
        if (last != null && sameRecords(last, next)) {
            ticks.remove(last.number());
        }
        ticks.put(next.number(), next);
        partitions.values().forEach(this::release);
        pass();
    }

    /** A job that resumes from a time when nobody kept positions has read what its first tick counted, or is about to: it does not wait for that. */
    private void start(Tick first) {
        started = true;
        if (!first.first()) {
            first.through().forEach((name, end) -> {
                if (mine.test(name)) {
                    Partition partition = partition(name);
                    partition.next = Math.max(partition.next, end);
                }
            });
        }
    }

    void record(TopicRecord record) {
        String name = name(record);
        Partition partition = partition(name);
        long before = partition.next;
        partition.held.add(record);
        partition.next = Math.max(before, record.position().offset() + 1);
        release(partition);
        if (!ticks.isEmpty() && isBetween(ticks.firstEntry().getValue().through(name), before, partition.next)) {
            pass();
        }
    }

    private static boolean isBetween(long end, long before, long now) {
        return before < end && end <= now;
    }

    /** Nobody comes between two ticks that counted the same. */
    private boolean sameRecords(Tick one, Tick other) {
        return other.through().entrySet().stream()
                .allMatch(end -> !mine.test(end.getKey()) || one.through(end.getKey()) == end.getValue());
    }

    private void release(Partition partition) {
        while (!partition.held.isEmpty()) {
            TopicRecord record = partition.held.peek();
            Tick following = following(record, partition);
            if (following == null) {
                return;
            }
            partition.held.remove();
            partition.looked = following.number();
            Map.Entry<Long, Tick> before = ticks.lowerEntry(following.number());
            records.accept(new Released(
                    record, before == null ? passedMillis : before.getValue().millis()));
        }
    }

    /** The first tick that counted the record; null if none is known yet. A tick counts whatever an earlier one did. */
    private @Nullable Tick following(TopicRecord record, Partition partition) {
        String name = name(record);
        long offset = record.position().offset();
        for (Tick tick : ticks.tailMap(partition.looked, true).values()) {
            if (tick.through(name) > offset) {
                return tick;
            }
        }
        return null;
    }

    private void pass() {
        while (!ticks.isEmpty() && hasAll(ticks.firstEntry().getValue())) {
            passedMillis = ticks.pollFirstEntry().getValue().millis();
            watermarks.accept(passedMillis);
        }
    }

    private boolean hasAll(Tick tick) {
        for (Map.Entry<String, Long> end : tick.through().entrySet()) {
            if (mine.test(end.getKey()) && partition(end.getKey()).next < end.getValue()) {
                return false;
            }
        }
        return true;
    }

    private Partition partition(String name) {
        return partitions.computeIfAbsent(name, missing -> new Partition(0));
    }

    private static String name(TopicRecord record) {
        return Through.partition(record.position().topic(), record.position().partition());
    }
}
