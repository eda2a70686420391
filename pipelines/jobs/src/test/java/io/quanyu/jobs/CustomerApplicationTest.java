package io.quanyu.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quanyu.domain.customer.Fragment;
import io.quanyu.domain.customer.Fulfilment;
import io.quanyu.domain.customer.OrderVersion;
import io.quanyu.domain.customer.Touch;
import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Identifier;
import io.quanyu.jobs.channel.LiveCodeFact;
import io.quanyu.jobs.channel.SpendFact;
import io.quanyu.jobs.customer.AccountFact;
import io.quanyu.jobs.customer.TagChange;
import io.quanyu.jobs.environment.JobEnvironment;
import io.quanyu.jobs.environment.LocalRun;
import io.quanyu.jobs.iceberg.EmptyLake;
import io.quanyu.jobs.identity.EvidenceSeen;
import io.quanyu.jobs.kafka.EventFacts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.source.legacy.SourceFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class CustomerApplicationTest {

    private static final String SHOP = "shop";
    private static final long PAID = Instant.parse("2026-03-01T10:00:00Z").toEpochMilli();
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long DAY = Duration.ofDays(1).toMillis();

    private static final Identifier BUYER = new Identifier("yz_open_id", "youzan:1", "yzLI");
    private static final Identifier CONTACT = new Identifier("external_userid", "corp", "wmLI");
    private static final Identifier PHONE = new Identifier("phone", SHOP, "5f2c");

    private static final String TICK = "tick";

    @TempDir
    Path folder;

    /** A source that never ends: what waits must come out with the ticks nevertheless. */
    @Test
    @Timeout(90)
    void ticksReleaseFactsAndLetTimePass() throws Exception {
        StreamExecutionEnvironment environment = environment();
        CustomerApplication.Decided decided = CustomerApplication.define(endless(environment, "facts"));

        List<TagChange> changes = new ArrayList<>();
        try (var tags = decided.customers().tags().executeAndCollect()) {
            while (changes.stream().noneMatch(change -> change.tag().equals("dormant"))) {
                changes.add(tags.next());
            }
        }

        assertThat(changes)
                .extracting(TagChange::tag, TagChange::change)
                .contains(tuple("new_buyer", "enter"), tuple("dormant", "enter"));
        TagChange dormant = changes.get(changes.size() - 1);
        assertThat(dormant.validAtMillis())
                .isEqualTo(dormant.decidedAtMillis())
                .isBetween(PAID + 90 * DAY, PAID + 91 * DAY);
    }

    @Test
    void everyOperatorHasAUidAndEveryTableIsFilled() throws Exception {
        EmptyLake lake = EmptyLake.in(
                folder,
                List.of(
                        "dim.identity_change",
                        "dim.identity_evidence_change",
                        "dim.identity_conflict_change",
                        "dws.profile_change",
                        "dws.tag_change",
                        "dws.credit_change",
                        "dws.channel_day_change",
                        "ads.alert"));

        JobGraph graph = CustomerApplication.graph(LocalRun.on(lake.settings(), folder), Generation.first());

        assertThat(graph.getName()).isEqualTo("customer");
        assertThat(graph.getVertices())
                .extracting(JobVertex::getName)
                .anyMatch(name -> name.contains("decide customer"))
                .anyMatch(name -> name.contains("ads.alert"));
    }

    private static List<EventFacts> facts() {
        Fragment scan = Fragment.of(Touch.ofCode("scan-1", PAID - HOUR, "LC-1"));
        Fragment order = Fragment.of(new OrderVersion(
                "order-1", "youzan|1|E1", 1, Fulfilment.PAID, PAID - 1, PAID, null, 12_900L, null, null, null, PAID));
        return List.of(
                person("scan-1", PAID - HOUR, CONTACT, "remark-phone", scan),
                person("order-1", PAID, BUYER, "buyer-phone", order),
                new EventFacts(
                        SHOP,
                        "code-1",
                        PAID - DAY,
                        "live_code",
                        null,
                        null,
                        null,
                        new LiveCodeFact(
                                SHOP, "code-1", PAID - DAY, "LC-1", "抖音直播间", 1, Long.MIN_VALUE, Long.MAX_VALUE),
                        null,
                        null),
                new EventFacts(
                        SHOP,
                        "spend-1",
                        PAID + HOUR,
                        "spend",
                        null,
                        null,
                        new SpendFact(SHOP, "spend-1", PAID + HOUR, "抖音直播间", "oceanengine|1|p||", 20_513, 1, 5_000),
                        null,
                        null,
                        null));
    }

    private static EventFacts person(String event, long at, Identifier subject, String link, Fragment fragment) {
        var evidence = List.of(Evidence.sighting(subject, at, event), Evidence.seen(subject, PHONE, link, at, event));
        return new EventFacts(
                SHOP,
                event,
                at,
                "order",
                new EvidenceSeen(SHOP, event, at, evidence),
                new AccountFact(SHOP, subject.text(), event, at, fragment),
                null,
                null,
                null,
                null);
    }

    private StreamExecutionEnvironment environment() {
        return JobEnvironment.strict(CustomerApplication.NAME, LocalRun.in(folder));
    }

    @SuppressWarnings("deprecation") // The shortest source that goes on without end.
    private static DataStream<EventFacts> endless(StreamExecutionEnvironment environment, String uid) {
        return environment
                .addSource(new Endless(), uid, TypeInformation.of(EventFacts.class))
                .uid(uid)
                .assignTimestampsAndWatermarks(WatermarkStrategy.forGenerator(context -> new Told()))
                .uid(uid + "-watermarks")
                .rebalance();
    }

    private static EventFacts tick(long millis) {
        return new EventFacts(SHOP, "", millis, TICK, null, null, null, null, null, null);
    }

    @SuppressWarnings("deprecation")
    private static final class Endless implements SourceFunction<EventFacts> {

        private static final long serialVersionUID = 1L;

        @Override
        public void run(SourceContext<EventFacts> context) throws Exception {
            for (EventFacts fact : facts()) {
                context.collect(fact);
            }
            context.collect(tick(PAID + 20 * HOUR));
            context.collect(tick(PAID + 200 * DAY));
            Thread.sleep(Duration.ofHours(1).toMillis());
        }

        @Override
        public void cancel() {
            // The interrupt of the task ends the sleep.
        }
    }

    /** Ticks are watermarks. */
    private static final class Told implements WatermarkGenerator<EventFacts> {

        @Override
        public void onEvent(EventFacts fact, long timestamp, WatermarkOutput output) {
            if (fact.kind().equals(TICK)) {
                output.emitWatermark(new Watermark(fact.receivedAtMillis()));
            }
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            // A tick has said all there is.
        }
    }
}
