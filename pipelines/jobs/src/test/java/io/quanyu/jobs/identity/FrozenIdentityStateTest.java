package io.quanyu.jobs.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** State that a released version wrote is read by this one: evidence, what was said, and what waits for the clock. */
class FrozenIdentityStateTest {

    private static final Path STATES = Path.of("src/test/resources/state/resolve-tenant");

    @ParameterizedTest
    @MethodSource("frozenStates")
    void goesOnWhereItWas(Path state) throws Exception {
        try (var harness = ResolveTenantTest.harness()) {
            harness.initializeState(OperatorSnapshotUtil.readStateHandle(state.toString()));
            harness.open();
            harness.processElement(ResolveTenantTest.BOUGHT, 0);
            harness.processWatermark(ResolveTenantTest.ADDED.receivedAtMillis());
            assertThat(harness.extractOutputValues())
                    .containsExactly(Assigned.first(
                            "shop",
                            "external_userid|corp|wmLI",
                            "pt1jv54q5277hokpu",
                            ResolveTenantTest.ADDED.receivedAtMillis()));
        }
    }

    /** Run it by hand for a new version of the state, and keep the older files. */
    @Test
    @Disabled("writes a file to be committed")
    void freeze() throws Exception {
        try (var harness = ResolveTenantTest.harness()) {
            harness.open();
            harness.processElement(ResolveTenantTest.BOUGHT, 0);
            harness.processElement(ResolveTenantTest.ADDED, 0);
            harness.processWatermark(ResolveTenantTest.BOUGHT.receivedAtMillis());
            Files.createDirectories(STATES);
            OperatorSnapshotUtil.writeStateHandle(
                    harness.snapshot(1, 1), STATES.resolve("1.bin").toString());
        }
    }

    private static Stream<Arguments> frozenStates() throws Exception {
        try (Stream<Path> files = Files.list(STATES)) {
            List<Path> states = files.sorted().toList();
            assertThat(states).isNotEmpty();
            return states.stream().map(state -> arguments(state));
        }
    }
}
