package io.quanyu.bench;

import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Identifier;
import io.quanyu.jobs.identity.EvidenceSeen;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;

/**
 * New accounts, each with a phone, at a steady rate on the wall clock. First each has a phone of her own; then some of them all
 * have one and the same, until so many have it. The rate is the same before and after, so what changes is the phone alone.
 *
 * <p>An account's value says when it was due, so that whoever hears of it knows how long it waited, in the source too: a job
 * that cannot keep up does not hide it.
 *
 * @param others accounts a second that have a phone of their own all the time, and are watched
 * @param sharing accounts a second that have the one phone, later
 * @param accounts how many get the one phone
 * @param before how long nobody has it, the compiler's first seconds included
 * @param warmUp the part of {@code before} that is not watched
 * @param tickMillis time between two ticks of the clock
 * @param endMillis the last tick, epoch milliseconds: later than everything, and sooner than any evidence expires
 */
record HotPhone(
        int others, int sharing, long accounts, Duration before, Duration warmUp, long tickMillis, long endMillis)
        implements EventSource.Play {

    /** The phone, as {@code type|scope|value}. */
    static final Identifier PHONE = new Identifier("phone", "bench", "hot");

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long NAP_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

    /** When an account was watched. */
    enum Phase {
        NOT_WATCHED,
        BEFORE,
        WHILE
    }

    /** What an account's value tells. */
    record Due(Phase phase, long millis) {
        static Due of(String value) {
            String[] parts = value.split("-", 3);
            return new Due(Phase.valueOf(parts[0]), Long.parseLong(parts[1]));
        }
    }

    @Override
    public EventSource.Player player(int share, int shares) {
        if (shares > 1) {
            throw new IllegalArgumentException("One player keeps the time, but there are " + shares);
        }
        return new Player(this);
    }

    private static final class Player implements EventSource.Player {

        private final HotPhone play;
        private final long beginNanos = System.nanoTime();
        private final long beginMillis = System.currentTimeMillis();

        private long sent;
        private long hot;
        private long nextTickMillis;

        Player(HotPhone play) {
            this.play = play;
            this.nextTickMillis = (beginMillis / play.tickMillis + 1) * play.tickMillis;
        }

        @Override
        public boolean next(ReaderOutput<EvidenceSeen> output) {
            long rate = (long) play.others + play.sharing;
            long dueNanos = sent * SECOND / rate;
            long dueMillis = beginMillis + TimeUnit.NANOSECONDS.toMillis(dueNanos);
            if (hot == play.accounts) {
                output.emitWatermark(new Watermark(play.endMillis));
                return false;
            }
            if (System.nanoTime() - beginNanos < dueNanos) {
                tickUntil(beginMillis + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beginNanos), output);
                LockSupport.parkNanos(NAP_NANOS);
                return true;
            }
            tickUntil(dueMillis, output);
            EvidenceSeen seen = event(dueNanos, dueMillis);
            sent++;
            Meter.ofThisProcess().begin();
            Meter.ofThisProcess().event();
            output.collect(seen, seen.receivedAtMillis());
            return true;
        }

        private EvidenceSeen event(long dueNanos, long dueMillis) {
            boolean before = dueNanos < play.before.toNanos();
            boolean watched = Math.floorMod(Digits.mix(sent, 0), play.others + play.sharing) < play.others;
            if (!before && !watched) {
                hot++;
                return event(Phase.NOT_WATCHED, dueMillis, PHONE);
            }
            boolean early = dueNanos < play.warmUp.toNanos();
            Phase phase = early || !watched ? Phase.NOT_WATCHED : before ? Phase.BEFORE : Phase.WHILE;
            return event(phase, dueMillis, new Identifier("phone", "bench", "own-" + sent));
        }

        private EvidenceSeen event(Phase phase, long dueMillis, Identifier phone) {
            String value = phase + "-" + dueMillis + "-" + sent;
            Identifier account = new Identifier("yz_open_id", "youzan:10001", value);
            return new EvidenceSeen(
                    "bench",
                    "e" + sent,
                    dueMillis,
                    List.of(
                            Evidence.sighting(account, dueMillis, "e" + sent),
                            Evidence.seen(account, phone, "buyer-phone", dueMillis, "e" + sent)));
        }

        /** A tick says that all events until its instant have come. */
        private void tickUntil(long millis, ReaderOutput<EvidenceSeen> output) {
            while (nextTickMillis < millis) {
                output.emitWatermark(new Watermark(nextTickMillis));
                nextTickMillis += play.tickMillis;
            }
        }
    }
}
