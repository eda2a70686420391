package io.quanyu.bench;

import io.quanyu.jobs.identity.EvidenceSeen;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
 * Events and the ticks of the clock as a stream, from a {@link Play}. When the play is over it says nothing more and does not
 * end, as Kafka does: the end of a stream would be the end of time, at which all evidence expires.
 */
final class EventSource implements Source<EvidenceSeen, EventSource.Share, Integer> {

    private static final long serialVersionUID = 1L;

    private final Play play;

    EventSource(Play play) {
        this.play = play;
    }

    /** What to say. */
    interface Play extends Serializable {

        /** One of so many players that share the play; shares are numbered from 0. */
        Player player(int share, int shares);
    }

    /** One player, on one thread. */
    interface Player {

        /** Says the next event, with the ticks before it, or nothing for now; false if it has nothing more to say. */
        boolean next(ReaderOutput<EvidenceSeen> output);
    }

    /** Which player a reader is. */
    record Share(int number, int shares) implements SourceSplit {
        @Override
        public String splitId() {
            return String.valueOf(number);
        }
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.CONTINUOUS_UNBOUNDED;
    }

    @Override
    public SourceReader<EvidenceSeen, Share> createReader(SourceReaderContext context) {
        return new Reader(play);
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

        private final Play play;
        private final CompletableFuture<Void> assigned = new CompletableFuture<>();
        private final CompletableFuture<Void> never = new CompletableFuture<>();

        private @Nullable Share share;
        private @Nullable Player player;
        private boolean over;

        Reader(Play play) {
            this.play = play;
        }

        @Override
        public void start() {
            // Shares are assigned unasked.
        }

        @Override
        public InputStatus pollNext(ReaderOutput<EvidenceSeen> output) {
            if (player == null || over) {
                return InputStatus.NOTHING_AVAILABLE;
            }
            over = !player.next(output);
            return over ? InputStatus.NOTHING_AVAILABLE : InputStatus.MORE_AVAILABLE;
        }

        @Override
        public CompletableFuture<Void> isAvailable() {
            return over ? never : assigned;
        }

        @Override
        public void addSplits(List<Share> shares) {
            share = shares.get(0);
            player = play.player(share.number(), share.shares());
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
            var out = new DataOutputSerializer(2 * Integer.BYTES);
            out.writeInt(share.number());
            out.writeInt(share.shares());
            return out.getCopyOfBuffer();
        }

        @Override
        public Share deserialize(int version, byte[] bytes) throws IOException {
            var in = new DataInputDeserializer(bytes);
            return new Share(in.readInt(), in.readInt());
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
