package io.quanyu.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quanyu.world.truth.Truth.ExpectedAlert;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 7, 42})
    void theLiveRoomSpendsOnEveryDayOfItsStory(long seed) throws Exception {
        World world = World.of(seed, Size.SMALL);

        for (int day : Budget.OVERSPENT) {
            assertThat(costs(world, Merchant.LIVE_ROOM, day)).as("day " + day).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 7, 42})
    void theShortVideosAreReportedThreefoldAndPutRight(long seed) throws Exception {
        World world = World.of(seed, Size.SMALL);

        for (int day : Budget.MISREPORTED) {
            List<BigDecimal> costs = costs(world, Merchant.SHORT_VIDEO, day);
            BigDecimal last = costs.get(costs.size() - 1);
            assertThat(costs.get(1)).as("day " + day).isEqualByComparingTo(last.multiply(BigDecimal.valueOf(3)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 7, 42})
    void theTruthNamesThreeAlerts(long seed) {
        assertThat(World.of(seed, Size.SMALL).truth().alerts())
                .extracting(ExpectedAlert::status)
                .containsExactly("resolved", "opened", "withdrawn");
    }

    /** What was reported for a channel and day, in the order of the reports, redeliveries left out. */
    private static List<BigDecimal> costs(World world, String channel, int day) throws Exception {
        String date = LocalDate.of(2026, 9, day).toString();
        List<BigDecimal> costs = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Arrival arrival : world.arrivals()) {
            if (arrival.source().equals("oceanengine") && seen.add(arrival.text())) {
                rows(arrival)
                        .filter(row ->
                                row.at("/dimensions/stat_time_day").asText().equals(date))
                        .filter(row ->
                                row.at("/dimensions/cdp_project_name").asText().startsWith(channel + "/"))
                        .map(row -> new BigDecimal(row.at("/metrics/stat_cost").asText()))
                        .forEach(costs::add);
            }
        }
        return costs;
    }

    private static Stream<JsonNode> rows(Arrival arrival) throws Exception {
        JsonNode rows = new ObjectMapper().readTree(arrival.text()).at("/data/rows");
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
