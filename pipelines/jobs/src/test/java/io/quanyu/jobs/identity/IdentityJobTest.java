package io.quanyu.jobs.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Identifier;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

class IdentityJobTest {

    private static final Identifier BUYER = new Identifier("yz_open_id", "youzan:1", "yzLI");
    private static final Identifier ORDER = new Identifier("order", "youzan:1", "E1");

    @Test
    void anOrderGoesToItsBuyer() throws Exception {
        DataStream<Assigned> assigned = IdentityJob.define(evidence());
        List<Assigned> told = new ArrayList<>();
        try (var rows = assigned.executeAndCollect()) {
            rows.forEachRemaining(told::add);
        }
        assertThat(told).extracting(Assigned::identifier).containsExactly(ORDER.text(), BUYER.text());
        assertThat(told).extracting(Assigned::oneId).containsOnly(told.get(0).oneId());
    }

    @Test
    void eachOperatorHasAUid() {
        DataStream<EvidenceSeen> evidence = evidence();
        IdentityJob.define(evidence).print().uid("out");
        assertThat(evidence.getExecutionEnvironment()
                        .getStreamGraph()
                        .getJobGraph()
                        .getNumberOfVertices())
                .isPositive();
    }

    private static DataStream<EvidenceSeen> evidence() {
        var strict = new Configuration()
                .set(PipelineOptions.GENERIC_TYPES, false)
                .set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        var seen = new EvidenceSeen("shop", "e1", 7, List.of(Evidence.seen(BUYER, ORDER, "order-of", 7, "e1")));
        return StreamExecutionEnvironment.getExecutionEnvironment(strict)
                .fromData(seen)
                .uid("in");
    }
}
