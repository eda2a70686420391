package io.quanyu.world.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class IdentityMeasureTest {

    /** Two accounts that a payload ties together, and an island. */
    private static final RealPerson LI = new RealPerson("li", List.of(circle("wx", "yz"), circle("dy")));

    private static final RealPerson WANG = new RealPerson("wang", List.of(circle("pos")));

    @Test
    void whatIsKnownAndRightCountsInFull() {
        var measure = IdentityMeasure.of(List.of(LI, WANG), Map.of("wx", "1", "yz", "1", "dy", "2", "pos", "3"));

        assertThat(measure.precision()).isEqualTo(1);
        assertThat(measure.recall()).isEqualTo(1);
        assertThat(measure.recallOfAll()).isEqualTo(1 / 3.0);
        assertThat(measure).returns(2L, IdentityMeasure::people).returns(3L, IdentityMeasure::found);
    }

    @Test
    void aStrangerInAPersonCostsPrecision() {
        var measure = IdentityMeasure.of(List.of(LI, WANG), Map.of("wx", "1", "yz", "1", "dy", "2", "pos", "1"));

        assertThat(measure.precision()).isEqualTo(1 / 3.0);
        assertThat(measure.recall()).isEqualTo(1);
    }

    @Test
    void anAccountThatNobodySawIsNotFound() {
        var measure = IdentityMeasure.of(List.of(LI), Map.of("wx", "1"));

        assertThat(measure.recall()).isZero();
        assertThat(measure.precision()).isEqualTo(1);
    }

    private static SortedSet<String> circle(String... accounts) {
        return new TreeSet<>(List.of(accounts));
    }
}
