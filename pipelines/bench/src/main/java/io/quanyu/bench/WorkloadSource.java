package io.quanyu.bench;

import io.quanyu.jobs.identity.EvidenceSeen;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The events of a {@link Workload} as a stream, with the ticks of a clock that is right on time: one a second, after all
 * events until then. After the last event and a last tick it says nothing more and does not end, as Kafka does: the end of
 * a stream would be the end of time, at which all evidence expires.
 *
 * <p>Each reader has every n-th slot. The ticks come from the readers and not from a source of their own, so that no event
 * is late and each run does the same work.
 */
final class WorkloadSource implements Source<EvidenceSeen, WorkloadSource.Share, Integer> {

    private static final long serialVersionUID = 1L;
    private static final long TICK_MILLIS = 1_000;

    private final Workload workload;

    WorkloadSource(Workload workload) {
        this.workload = workload;
    }

    /** The slots {@code next}, {@code next + step}, and so on. */
    record Share(long next, int step) implements SourceSplit {
        @Override
        public String splitId() {
            return String.valueOf(next % step);
        }
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.CONTINUOUS_UNBOUNDED;
    }

    @Override
    public SourceReader<EvidenceSeen, Share> createReader(SourceReaderContext context) {
        return new Reader(workload);
    }

    @Override
    public SplitEnumerator<Share, Integer> createEnumerator(SplitEnumeratorContext<Share> context) {
        return new Enumerator(context);
    }

    @Override
    public SplitEnumerator<Share, Integer> restoreEnumerator(
            SplitEnumeratorContext<Share> context, Integer checkpoint) {
        throw new UnsupportedOperationException("A benchmark that failed is not a benchmark: run it again");
    }

    @Override
    public SimpleVersionedSerializer<Share> getSplitSerializer() {
        return new ShareSerializer();
    }

    @Override
    public SimpleVersionedSerializer<Integer> getEnumeratorCheckpointSerializer() {
        return new NothingSerializer();
    }

    private static final class Reader implements SourceReader<EvidenceSeen, Share> {

        private final Workload workload;
        private final CompletableFuture<Void> assigned = new CompletableFuture<>();
        private final CompletableFuture<Void> never = new CompletableFuture<>();

        private @Nullable Share share;
        private long nextTickMillis;
        private boolean over;

        Reader(Workload workload) {
            this.workload = workload;
            this.nextTickMillis = workload.receivedAtMillis(0) + TICK_MILLIS;
        }

        @Override
        public void start() {
            // Shares are assigned unasked.
        }

        @Override
        public InputStatus pollNext(ReaderOutput<EvidenceSeen> output) {
            if (share == null || over) {
                return InputStatus.NOTHING_AVAILABLE;
            }
            for (long slot = share.next(); slot < workload.slots(); slot += share.step()) {
                tickUntil(workload.receivedAtMillis(slot), output);
                EvidenceSeen seen = workload.at(slot);
                if (seen != null) {
                    share = new Share(slot + share.step(), share.step());
                    emit(seen, output);
                    return InputStatus.MORE_AVAILABLE;
                }
            }
            over = true;
            output.emitWatermark(new Watermark(workload.endMillis()));
            return InputStatus.NOTHING_AVAILABLE;
        }

        private static void emit(EvidenceSeen seen, ReaderOutput<EvidenceSeen> output) {
            Meter.ofThisProcess().begin();
            Meter.ofThisProcess().event();
            output.collect(seen, seen.receivedAtMillis());
        }

        private void tickUntil(long millis, ReaderOutput<EvidenceSeen> output) {
            if (millis > nextTickMillis) {
                long passed = (millis - 1 - nextTickMillis) / TICK_MILLIS;
                output.emitWatermark(new Watermark(nextTickMillis + passed * TICK_MILLIS));
                nextTickMillis += (passed + 1) * TICK_MILLIS;
            }
        }

        @Override
        public CompletableFuture<Void> isAvailable() {
            return over ? never : assigned;
        }

        @Override
        public void addSplits(List<Share> shares) {
            share = shares.get(0);
            assigned.complete(null);
        }

        @Override
        public List<Share> snapshotState(long checkpointId) {
            return share == null ? List.of() : List.of(share);
        }

        @Override
        public void notifyNoMoreSplits() {
            // A reader has one share.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    private static final class Enumerator implements SplitEnumerator<Share, Integer> {

        private final SplitEnumeratorContext<Share> context;

        Enumerator(SplitEnumeratorContext<Share> context) {
            this.context = context;
        }

        @Override
        public void start() {
            // Readers come by themselves.
        }

        @Override
        public void addReader(int reader) {
            context.assignSplit(new Share(reader, context.currentParallelism()), reader);
        }

        @Override
        public void handleSplitRequest(int reader, @Nullable String host) {
            // No reader asks.
        }

        @Override
        public void addSplitsBack(List<Share> shares, int reader) {
            throw new UnsupportedOperationException("A benchmark that failed is not a benchmark: run it again");
        }

        @Override
        public Integer snapshotState(long checkpointId) {
            return 0;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    private static final class ShareSerializer implements SimpleVersionedSerializer<Share> {

        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(Share share) throws IOException {
            var out = new DataOutputSerializer(Long.BYTES + Integer.BYTES);
            out.writeLong(share.next());
            out.writeInt(share.step());
            return out.getCopyOfBuffer();
        }

        @Override
        public Share deserialize(int version, byte[] bytes) throws IOException {
            var in = new DataInputDeserializer(bytes);
            return new Share(in.readLong(), in.readInt());
        }
    }

    private static final class NothingSerializer implements SimpleVersionedSerializer<Integer> {

        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(Integer nothing) {
            return new byte[0];
        }

        @Override
        public Integer deserialize(int version, byte[] bytes) {
            return 0;
        }
    }
}
