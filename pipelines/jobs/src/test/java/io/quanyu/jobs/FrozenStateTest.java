package io.quanyu.jobs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quanyu.jobs.channel.FrozenChannel;
import io.quanyu.jobs.customer.FrozenCustomer;
import io.quanyu.jobs.identity.FrozenIdentity;
import io.quanyu.jobs.ingest.FrozenIngest;
import io.quanyu.jobs.kafka.EventFacts;
import io.quanyu.jobs.kafka.TopicRecord;
import io.quanyu.jobs.lake.FrozenLake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** State that an earlier version wrote is read by this one, and each operator goes on where it was. */
class FrozenStateTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("states")
    void goesOnWhereItWas(Frozen<?> operator, Path state) throws Exception {
        assertThat(operator.resume(state))
                .isEqualTo(Files.readString(Frozen.then(state)).strip());
    }

    /** Then a class may be renamed and moved. */
    @ParameterizedTest
    @MethodSource("operators")
    void namesNoClassesButThoseOfSerializers(Frozen<?> operator) throws Exception {
        Path state = folder.resolve("state.bin");
        operator.write(state);

        assertThat(Pattern.compile("io\\.quanyu\\.[\\w.$]+")
                        .matcher(Files.readString(state, ISO_8859_1))
                        .results()
                        .map(MatchResult::group))
                .allMatch(name -> name.startsWith("io.quanyu.jobs.record."));
    }

    /** What Flink shows is the whole chain of causes: the last one says what is wrong and what to do. */
    @Test
    void aRefusalReachesTheOperator() throws Exception {
        Frozen<?> decide = operators()
                .filter(operator -> operator.uid().equals("decide-customer"))
                .findAny()
                .orElseThrow();
        Path state = folder.resolve("state.bin");
        String frozen = Files.readString(decide.files().get(0), ISO_8859_1);
        Files.writeString(state, frozen.replace("paidFen", "paidFan"), ISO_8859_1);

        assertThatThrownBy(() -> decide.resume(state))
                .rootCause()
                .hasMessageStartingWith(
                        "State has the component paidFan of order-version (io.quanyu.domain.customer.OrderVersion)")
                .hasMessageContaining("renamed(\"paidFan\"")
                .hasMessageContaining("JobStateNames");
    }

    /** All that have keyed state. Without keys only {@code draw-labels} has some. */
    @Test
    void everyOperatorWithStateHasAFrozenOne() {
        StreamExecutionEnvironment jobs = StreamExecutionEnvironment.getExecutionEnvironment();
        DataStream<Long> any = jobs.fromSequence(0, 1);
        CustomerApplication.define(any.map(one -> (EventFacts) null).returns(EventFacts.class));
        FrozenIngest.define(any.map(one -> (TopicRecord) null).returns(TopicRecord.class), folder);
        FrozenLake.define(any.map(one -> (TopicRecord) null).returns(TopicRecord.class));

        assertThat(jobs.getStreamGraph().getStreamNodes())
                .filteredOn(node -> node.getStateKeySerializer() != null)
                .extracting(StreamNode::getTransformationUID)
                .containsExactlyInAnyOrderElementsOf(operators()
                        .map(Frozen::uid)
                        .filter(uid -> !uid.equals("draw-labels"))
                        .toList());
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
                        FrozenIngest.operators(),
                        FrozenLake.operators())
                .flatMap(Function.identity());
    }

    private static Stream<Arguments> states() throws Exception {
        List<Arguments> states = new ArrayList<>();
        for (Frozen<?> operator : operators().toList()) {
            operator.files().forEach(file -> states.add(arguments(operator, file)));
        }
        return states.stream();
    }
}
