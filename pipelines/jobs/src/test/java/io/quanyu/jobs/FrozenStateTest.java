package io.quanyu.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.jobs.channel.FrozenChannel;
import io.quanyu.jobs.customer.FrozenCustomer;
import io.quanyu.jobs.identity.FrozenIdentity;
import io.quanyu.jobs.lake.FrozenLake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** State that an earlier version wrote is read by this one, and each operator goes on where it was. */
class FrozenStateTest {

    @ParameterizedTest
    @MethodSource("states")
    void goesOnWhereItWas(Frozen<?> operator, Path state) throws Exception {
        assertThat(operator.resume(state))
                .isEqualTo(Files.readString(Frozen.then(state)).strip());
    }

    /** Run it by hand for a new version of the state. */
    @ParameterizedTest
    @MethodSource("operators")
    @Disabled("writes files to be committed")
    void freeze(Frozen<?> operator) throws Exception {
        operator.freeze();
    }

    private static Stream<Frozen<?>> operators() {
        return Stream.of(
                        FrozenIdentity.operators(),
                        FrozenCustomer.operators(),
                        FrozenChannel.operators(),
                        FrozenLake.operators())
                .flatMap(Function.identity());
    }

    private static Stream<Arguments> states() throws Exception {
        List<Arguments> states = new ArrayList<>();
        for (Frozen<?> operator : operators().toList()) {
            operator.states().forEach(states::add);
        }
        return states.stream();
    }
}
