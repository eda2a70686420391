package io.quanyu.bench;

import io.quanyu.jobs.identity.EvidenceSeen;
import io.quanyu.local.lifecycle.LiveClock;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;

/**
 * A workload as fast as it is taken, under a clock that is right on time and ticks as often as the platform's, each time after all events until then. Each
 * player has every n-th slot. The ticks come with the events and not from a source of their own, so that no event is late
 * and each run does the same work.
 */
record WholeWorkload(Workload workload) implements EventSource.Play {

    private static final long TICK_MILLIS = LiveClock.TICK.toMillis();

    @Override
    public EventSource.Player player(int share, int shares) {
        return new Player(workload, share, shares);
    }

    private static final class Player implements EventSource.Player {

        private final Workload workload;
        private final int step;

        private long slot;
        private long nextTickMillis;

        Player(Workload workload, int share, int shares) {
            this.workload = workload;
            this.step = shares;
            this.slot = share;
            this.nextTickMillis = workload.receivedAtMillis(0) + TICK_MILLIS;
        }

        @Override
        public boolean next(ReaderOutput<EvidenceSeen> output) {
            for (; slot < workload.slots(); slot += step) {
                tickUntil(workload.receivedAtMillis(slot), output);
                EvidenceSeen seen = workload.at(slot);
                if (seen != null) {
                    slot += step;
                    Meter.ofThisProcess().begin();
                    Meter.ofThisProcess().event();
                    output.collect(seen, seen.receivedAtMillis());
                    return true;
                }
            }
            output.emitWatermark(new Watermark(workload.endMillis()));
            return false;
        }

        private void tickUntil(long millis, ReaderOutput<EvidenceSeen> output) {
            if (millis > nextTickMillis) {
                long passed = (millis - 1 - nextTickMillis) / TICK_MILLIS;
                output.emitWatermark(new Watermark(nextTickMillis + passed * TICK_MILLIS));
                nextTickMillis += (passed + 1) * TICK_MILLIS;
            }
        }
    }
}
