package io.quanyu.jobs.identity.label;

import io.quanyu.jobs.identity.Addressed;
import io.quanyu.jobs.identity.Fact;
import io.quanyu.jobs.identity.ForOwner;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Draws the coarse map of who may hang together, so that everything a decision needs can meet at one owner. The only part of
 * the identity job that sees all identifiers of a tenant, hence one task; it knows 64 bits of each.
 *
 * <p>Labels say nothing of persons, only where facts are judged, so they do not wait for the clock. But this is the one place that all facts and all
 * watermarks pass in one order: a fact is due when it says, and not before what the clock has reached here. So the owner of a label never judges an instant of which
 * a part is still on its way.
 *
 * <p>State: the label of each member, for ever; what the clock has reached.
 */
public final class DrawLabels extends AbstractStreamOperator<Labelled>
        implements OneInputStreamOperator<Addressed, Labelled> {

    /** Tells owners that all their members went to another label. */
    public static final OutputTag<ForOwner> DISSOLVED =
            new OutputTag<>("dissolved", TypeInformation.of(ForOwner.class));

    /** Members in one piece of state; a piece is copied as a whole. */
    private static final int PIECE = 1 << 18;

    private static final long serialVersionUID = 1L;

    private transient ListState<LabelPiece> pieces;
    private transient ListState<Long> reached;
    private transient Map<String, Labels> tenants;
    private transient long reachedMillis;

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        pieces = context.getOperatorStateStore()
                .getListState(new ListStateDescriptor<>("labels", TypeInformation.of(LabelPiece.class)));
        reached = context.getOperatorStateStore().getListState(new ListStateDescriptor<>("reached", Types.LONG));
        tenants = new HashMap<>();
        for (LabelPiece piece : pieces.get()) {
            piece.addTo(tenants.computeIfAbsent(piece.tenant(), tenant -> new Labels()));
        }
        reachedMillis = Long.MIN_VALUE;
        for (long millis : reached.get()) {
            reachedMillis = Math.max(reachedMillis, millis);
        }
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        reached.clear();
        reached.add(reachedMillis);
        pieces.clear();
        for (Map.Entry<String, Labels> entry : tenants.entrySet()) {
            Labels labels = entry.getValue();
            for (int from = 0; from < labels.size(); from += PIECE) {
                pieces.add(LabelPiece.of(entry.getKey(), labels, from, Math.min(from + PIECE, labels.size())));
            }
        }
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        reachedMillis = Math.max(reachedMillis, mark.getTimestamp());
        super.processWatermark(mark);
    }

    @Override
    public void processElement(StreamRecord<Addressed> record) {
        Addressed in = record.getValue();
        Labels labels = tenants.computeIfAbsent(in.tenant(), tenant -> new Labels());
        if (in.tied() != in.home()) {
            unite(labels, in);
        }
        label(in.tenant(), in.home(), labels.label(in.home()), in.fact());
    }

    private void unite(Labels labels, Addressed in) {
        // What is met for the first time has no facts anywhere, so nobody need hear of its first label.
        boolean homeKnown = labels.knows(in.home());
        boolean tiedKnown = labels.knows(in.tied());
        long homeLabel = labels.label(in.home());
        long tiedLabel = labels.label(in.tied());
        var moved = new LongArrayList();
        if (!labels.unite(in.home(), in.tied(), moved::add)) {
            return;
        }
        long label = labels.label(in.home());
        boolean homeStays = label == homeLabel;
        if (homeStays ? !tiedKnown : !homeKnown) {
            return;
        }
        for (long member : moved) {
            label(in.tenant(), member, label, null);
        }
        var dissolved =
                new ForOwner(in.tenant(), homeStays ? tiedLabel : homeLabel, Fact.dissolved(), dueMillis(), false);
        output.collect(DISSOLVED, new StreamRecord<>(dissolved));
    }

    private void label(String tenant, long member, long label, @Nullable Fact fact) {
        output.collect(new StreamRecord<>(new Labelled(tenant, member, label, fact, dueMillis())));
    }

    private long dueMillis() {
        return reachedMillis + 1;
    }
}
