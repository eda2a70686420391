package io.quanyu.jobs.identity.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class LabelsTest {

    @Test
    void theSetKnownLongerKeepsItsLabel() {
        var labels = new Labels();
        labels.label(7);
        List<Long> moved = new ArrayList<>();
        assertThat(labels.unite(8, 7, moved::add)).isTrue();
        assertThat(moved).containsExactly(8L);
        assertThat(labels.label(8)).isEqualTo(7);
        assertThat(labels.unite(7, 8, moved::add)).isFalse();
    }

    /** Against sets that are rewritten as a whole. A failure names its seed: the repetition number. */
    @RepeatedTest(50)
    void membersOfASetHaveOneLabelAndHearOfEachChange(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var labels = new Labels();
        Map<Long, Set<Long>> sets = new HashMap<>();
        Map<Long, Long> told = new HashMap<>();
        Map<Long, Integer> moves = new HashMap<>();
        for (int step = 0; step < 200; step++) {
            long one = random.nextInt(60);
            long other = random.nextInt(60);
            told.putIfAbsent(one, labels.label(one));
            told.putIfAbsent(other, labels.label(other));
            List<Long> moved = new ArrayList<>();
            labels.unite(one, other, moved::add);
            for (long member : moved) {
                told.put(member, labels.label(member));
                moves.merge(member, 1, Integer::sum);
            }
            Set<Long> joined = new HashSet<>(sets.getOrDefault(one, Set.of(one)));
            joined.addAll(sets.getOrDefault(other, Set.of(other)));
            joined.forEach(member -> sets.put(member, joined));
            if (random.nextInt(20) == 0) {
                labels = restored(labels);
            }
        }
        for (long one : sets.keySet()) {
            assertThat(told.get(one)).isEqualTo(labels.label(one));
            for (long other : sets.keySet()) {
                assertThat(labels.label(one) == labels.label(other))
                        .isEqualTo(sets.get(one).contains(other));
            }
        }
        assertThat(moves.values()).allMatch(times -> times <= 6);
    }

    private static Labels restored(Labels before) {
        var after = new Labels();
        int half = before.size() / 2;
        LabelPiece.of("t", before, half, before.size()).addTo(after);
        LabelPiece.of("t", before, 0, half).addTo(after);
        return after;
    }
}
