package io.quanyu.jobs.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Identifier;
import io.quanyu.domain.identity.IdentityPolicy;
import io.quanyu.domain.identity.Ruling;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

class IdentityJobTest {

    private static final Identifier BUYER = new Identifier("yz_open_id", "youzan:1", "yzLI");
    private static final Identifier OTHER = new Identifier("yz_open_id", "youzan:1", "yzWANG");
    private static final Identifier ORDER = new Identifier("order", "youzan:1", "E1");

    @Test
    void anOrderGoesToItsBuyer() throws Exception {
        DataStream<Assigned> assigned = decided().assignments();
        List<Assigned> told = new ArrayList<>();
        try (var rows = assigned.executeAndCollect()) {
            rows.forEachRemaining(told::add);
        }
        assertThat(told).extracting(Assigned::identifier).containsExactlyInAnyOrder(ORDER.text(), BUYER.text());
        assertThat(told).extracting(Assigned::oneId).containsOnly(told.get(0).oneId());
    }

    @Test
    void eachOperatorHasAUid() {
        DataStream<Assigned> assigned = decided().assignments();
        assigned.print().uid("out");
        assertThat(assigned.getExecutionEnvironment()
                        .getStreamGraph()
                        .getJobGraph()
                        .getNumberOfVertices())
                .isPositive();
    }

    private static IdentityJob.Decided decided() {
        var strict = new Configuration()
                .set(PipelineOptions.GENERIC_TYPES, false)
                .set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        var seen = new EvidenceSeen("shop", "e1", 7, List.of(Evidence.seen(BUYER, ORDER, "order-of", 7, "e1")));
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(strict);
        return IdentityJob.define(
                environment.fromData(seen).uid("in"),
                environment
                        .fromData(new RulingSeen("shop", new Ruling(Ruling.Kind.BLOCK, OTHER.text(), 7, "e2"), 7))
                        .uid("rulings"),
                IdentityPolicy.standard());
    }
}
