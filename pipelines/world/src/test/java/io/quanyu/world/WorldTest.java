package io.quanyu.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyu.ingest.door.Sources;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorldTest {

    private static final World WORLD = World.of(7, Size.SMALL);

    @Test
    void theSameSeedGivesTheSameWorld() {
        World again = World.of(7, Size.SMALL);

        assertThat(again.arrivals()).isEqualTo(WORLD.arrivals());
        assertThat(again.truth()).isEqualTo(WORLD.truth());
    }

    @Test
    void anotherSeedGivesAnotherWorld() {
        assertThat(World.of(8, Size.SMALL).arrivals()).isNotEqualTo(WORLD.arrivals());
    }

    @Test
    void payloadsArriveInOrderOfTimeAndBeforeTheEnd() {
        List<Long> times =
                WORLD.arrivals().stream().map(Arrival::receivedAtMillis).toList();

        assertThat(times).isSorted();
        assertThat(times.get(0)).isGreaterThanOrEqualTo(World.START.toEpochMilli());
        assertThat(times.get(times.size() - 1)).isLessThan(WORLD.end().toEpochMilli());
    }

    @Test
    void theWorldSpeaksEightSourcesThatAreKnown() {
        assertThat(WORLD.arrivals().stream().map(Arrival::source).distinct())
                .hasSize(8)
                .isSubsetOf(Sources.all().keySet());
    }

    @Test
    void asManyPayloadsComeTwiceAsTheTruthSays() {
        Set<String> seen = new HashSet<>();
        long repeats = WORLD.arrivals().stream()
                .filter(arrival -> !arrival.key().startsWith("broken"))
                .filter(arrival -> !seen.add(arrival.source() + arrival.text()))
                .count();

        assertThat(repeats).isEqualTo(WORLD.truth().repeats()).isPositive();
    }

    @Test
    void noAccountBelongsToTwoPeople() {
        List<String> accounts = WORLD.truth().people().stream()
                .flatMap(person -> person.linkable().stream())
                .flatMap(Set::stream)
                .toList();

        assertThat(accounts).doesNotHaveDuplicates().hasSizeGreaterThan(Size.SMALL.people());
    }

    @Test
    void aWorldOfNobodyIsRefused() {
        assertThatThrownBy(() -> new Size(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("but 0 were asked for");
    }
}
