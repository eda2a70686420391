package io.quanyu.jobs.ingest;

import io.quanyu.contract.RawTopics;
import io.quanyu.ingest.Outcome;
import io.quanyu.ingest.Outcome.Accepted;
import io.quanyu.ingest.Outcome.Refused;
import io.quanyu.ingest.RawPayload;
import io.quanyu.ingest.Reason;
import io.quanyu.ingest.TenantCurrencies;
import io.quanyu.ingest.TenantKeys;
import io.quanyu.ingest.door.Ingestion;
import io.quanyu.jobs.kafka.Outgoing;
import io.quanyu.jobs.kafka.TopicRecord;
import io.quanyu.jobs.metric.Tally;
import java.nio.file.Path;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Reads payloads: each gives at least one canonical event or dead letter, counted as {@code accepted} and
 * {@code refused.<reason>}. Stateless.
 */
final class IngestPayloads extends ProcessFunction<TopicRecord, Outgoing> {

    /** What is said between customers and staff, and what they decided about it. */
    static final OutputTag<Outgoing> CONVERSATIONS =
            new OutputTag<>("conversations", TypeInformation.of(Outgoing.class));

    private static final long serialVersionUID = 1L;

    /** Text, because a path cannot travel to the task. */
    private final String keys;

    private transient Ingestion ingestion;
    private transient Counter accepted;
    private transient Tally<Reason> refused;

    IngestPayloads(Path keys) {
        this.keys = keys.toString();
    }

    @Override
    public void open(OpenContext context) {
        ingestion = Ingestion.with(TenantKeys.inFolder(Path.of(keys)), TenantCurrencies.inFolder(Path.of(keys)));
        MetricGroup metrics = getRuntimeContext().getMetricGroup();
        accepted = metrics.counter("accepted");
        refused = Tally.of(metrics, "refused", Reason.class);
    }

    @Override
    public void processElement(TopicRecord record, Context context, Collector<Outgoing> out) {
        String source = RawTopics.sourceOf(record.position().topic());
        var raw = new RawPayload(source, record.headers(), record.value(), record.position());
        for (Outcome outcome : ingestion.ingest(raw)) {
            if (outcome instanceof Accepted event && WithholdText.concerns(event.kind())) {
                context.output(CONVERSATIONS, outgoing(outcome, raw));
            } else {
                out.collect(outgoing(outcome, raw));
            }
        }
    }

    private Outgoing outgoing(Outcome outcome, RawPayload raw) {
        if (outcome instanceof Accepted event) {
            accepted.inc();
            return Outgoing.event(event.kind(), event.key(), event.event());
        }
        Refused refusal = (Refused) outcome;
        refused.count(refusal.reason());
        return Outgoing.deadLetter(refusal.letterFor(raw));
    }
}
