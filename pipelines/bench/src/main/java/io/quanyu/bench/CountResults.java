package io.quanyu.bench;

import java.io.Serializable;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Counts what a job says and drops it. When the clock is past the last event, all that follows from the events has come.
 *
 * @param <T> what the job says
 */
final class CountResults<T> implements Sink<T> {

    private static final long serialVersionUID = 1L;

    private final long endMillis;
    private final Look<T> look;

    /** Sees each result before it is dropped. */
    interface Look<T> extends Serializable {
        void at(T result);
    }

    CountResults(long endMillis, Look<T> look) {
        this.endMillis = endMillis;
        this.look = look;
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        return new Writer();
    }

    private final class Writer implements SinkWriter<T> {

        private boolean ended;

        @Override
        public void write(T result, Context context) {
            look.at(result);
            Meter.ofThisProcess().result();
        }

        @Override
        public void writeWatermark(Watermark watermark) {
            if (!ended && watermark.getTimestamp() >= endMillis) {
                ended = true;
                Meter.ofThisProcess().outputEnded();
            }
        }

        @Override
        public void flush(boolean endOfInput) {
            // Nothing is kept.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
