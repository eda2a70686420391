package io.quanyu.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.ingest.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ClockGateTest {

    private static final List<String> PARTITIONS = List.of("event.order/0", "event.order/1", "event.scan/0");

    /** What came out, in its order: {@code partition@offset>after} for a record, an instant for a watermark. */
    private final List<String> out = new ArrayList<>();

    private ClockGate gate = gate();

    @Test
    void aTickWaitsForTheRecordsThatItCountedAndARecordForTheTickAfterIt() {
        gate.tick(tick(0, 100, 1, 0));
        gate.tick(tick(1, 200, 2, 1));
        gate.record(record(0, 0));
        gate.record(record(0, 1));
        gate.record(record(0, 2));
        gate.record(record(1, 0));
        assertThat(out)
                .containsExactly(
                        "event.order/0@0>" + Long.MIN_VALUE,
                        "100",
                        "event.order/0@1>100",
                        "event.order/1@0>100",
                        "200");

        gate.tick(tick(2, 300, 3, 1));
        assertThat(out.subList(5, out.size())).containsExactly("event.order/0@2>200", "300");
    }

    @Test
    void ofTicksThatCountTheSameTheLastIsEnough() {
        gate.tick(tick(0, 100, 1, 0));
        gate.tick(tick(1, 200, 1, 0));
        gate.tick(tick(2, 300, 1, 0));
        gate.record(record(0, 0));

        assertThat(out).containsExactly("event.order/0@0>" + Long.MIN_VALUE, "300");
    }

    @Test
    void aJobThatResumesWithoutPositionsDoesNotWaitForWhatItReadBefore() {
        gate.tick(new Tick(100, 7, false, Map.of(PARTITIONS.get(0), 5L)));
        gate.tick(tick(8, 200, 6, 0));
        gate.record(record(0, 5));

        assertThat(out).containsExactly("100", "event.order/0@5>100", "200");
    }

    @Test
    void timeNeverGoesBack() {
        gate.tick(tick(0, 300, 0, 0));
        gate.tick(tick(1, 200, 1, 0));
        gate.record(record(0, 0));

        assertThat(out).containsExactly("300", "event.order/0@0>300", "300");
    }

    /** However partitions and ticks are read, shared among tasks and interrupted: each record has the same place, and no tick overtakes one. */
    @RepeatedTest(200)
    void theOrderIsThatOfTheLog(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<List<Long>> log = log(random);
        List<Tick> ticks = ticks(log, random);
        Map<String, String> expected = new TreeMap<>();
        for (int partition = 0; partition < PARTITIONS.size(); partition++) {
            for (int offset = 0; offset < ends(ticks.get(ticks.size() - 1), partition); offset++) {
                expected.put(PARTITIONS.get(partition) + "@" + offset, after(ticks, partition, offset));
            }
        }

        play(log, ticks, random);

        Map<String, String> places = new TreeMap<>();
        Map<String, Integer> seen = new HashMap<>();
        List<Long> marks = new ArrayList<>();
        for (String one : out) {
            if (one.contains("@")) {
                int mark = one.indexOf('>');
                places.putIfAbsent(one.substring(0, mark), one.substring(mark + 1));
                seen.merge(one.substring(0, one.indexOf('@')), 1, Integer::sum);
            } else {
                marks.add(Long.parseLong(one));
                Tick tick = ticks.stream()
                        .filter(candidate -> candidate.millis() <= marks.get(marks.size() - 1))
                        .reduce((first, second) -> second)
                        .orElseThrow();
                PARTITIONS.forEach(name ->
                        assertThat(seen.getOrDefault(name, 0).longValue()).isGreaterThanOrEqualTo(tick.through(name)));
            }
        }
        assertThat(places).isEqualTo(expected);
        assertThat(marks)
                .isSorted()
                .last()
                .isEqualTo(ticks.get(ticks.size() - 1).millis());
    }

    private void play(List<List<Long>> log, List<Tick> ticks, Random random) {
        int[] next = new int[PARTITIONS.size()];
        int ticked = 0;
        int left = log.stream().mapToInt(List::size).sum() + ticks.size();
        while (left > 0) {
            int which = random.nextInt(PARTITIONS.size() + 1);
            if (which == PARTITIONS.size() && ticked < ticks.size()) {
                gate.tick(ticks.get(ticked++));
                left--;
            } else if (which < PARTITIONS.size() && next[which] < log.get(which).size()) {
                gate.record(record(which, next[which]++));
                left--;
            }
            if (random.nextInt(10) == 0) {
                GateState kept = gate.kept();
                gate = gate();
                gate.restore(List.of(kept));
            }
        }
    }

    private static List<List<Long>> log(Random random) {
        return IntStream.range(0, PARTITIONS.size())
                .mapToObj(partition -> Collections.nCopies(random.nextInt(12), 0L))
                .toList();
    }

    private static List<Tick> ticks(List<List<Long>> log, Random random) {
        long[] counted = new long[PARTITIONS.size()];
        List<Tick> ticks = new ArrayList<>();
        long millis = 0;
        for (int number = 0; number < 1 + random.nextInt(8); number++) {
            Map<String, Long> through = new HashMap<>();
            for (int partition = 0; partition < counted.length; partition++) {
                counted[partition] += random.nextInt((int) (log.get(partition).size() - counted[partition]) + 1);
                through.put(PARTITIONS.get(partition), counted[partition]);
            }
            millis += 1 + random.nextInt(5);
            ticks.add(new Tick(millis, number, number == 0, through));
        }
        return ticks;
    }

    private static long ends(Tick tick, int partition) {
        return tick.through(PARTITIONS.get(partition));
    }

    /** The latest tick that did not count the record. */
    private static String after(List<Tick> ticks, int partition, int offset) {
        return ticks.stream()
                .filter(tick -> ends(tick, partition) <= offset)
                .map(Tick::millis)
                .reduce((first, second) -> second)
                .orElse(Long.MIN_VALUE)
                .toString();
    }

    private ClockGate gate() {
        return new ClockGate(
                PARTITIONS::contains,
                released -> out.add(Through.partition(
                                released.record().position().topic(),
                                released.record().position().partition())
                        + "@" + released.record().position().offset() + ">" + released.afterMillis()),
                millis -> out.add(Long.toString(millis)));
    }

    private static Tick tick(long number, long millis, long first, long second) {
        return new Tick(millis, number, number == 0, Map.of(PARTITIONS.get(0), first, PARTITIONS.get(1), second));
    }

    private static TopicRecord record(int partition, long offset) {
        String name = PARTITIONS.get(partition);
        int slash = name.indexOf('/');
        return new TopicRecord(
                new Position(name.substring(0, slash), Integer.parseInt(name.substring(slash + 1)), offset),
                Map.of(),
                new byte[0]);
    }
}
