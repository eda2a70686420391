package io.quanyu.jobs.channel;

import io.quanyu.jobs.customer.CreditChange;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A random past of a few channels: spend that is restated, credits that are withdrawn, codes that move. Few versions, so that
 * they tie, and many facts at the very instant at which a day closes or can no longer be restated.
 */
record ChannelHistory(List<CreditChange> credits, List<LiveCodeFact> definitions, List<SpendFact> spend) {

    static final String SHOP = "shop";
    static final long FIRST_DAY = LocalDate.parse("2026-03-01").toEpochDay();
    static final int DAYS = 8;

    /** Later than every fact and every close. */
    static final long END = ClosedDays.closesAtMillis(FIRST_DAY + 100);

    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final List<String> CHANNELS = List.of("小红书", "抖音直播间", "门店");
    private static final List<String> THINGS =
            List.of("ad|1|||", "ad|1|p||", "ad|1|p||9", "ad|1|p|x|", "ad|1|q|y|9", "ad|1||z|", "ad|2|p||", "ad|2|q||");
    private static final List<String> SOURCES =
            List.of("code:LC-0", "code:LC-1", "code:LC-2", "code:LC-3", "channel:小红书", "direct");

    static ChannelHistory of(long seed) {
        var random = new SplittableRandom(seed);
        var history = new ChannelHistory(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < 40; i++) {
            history.spend.add(report(i, random));
            history.credit(random);
        }
        for (int i = 0; i < 8; i++) {
            long at = instant(FIRST_DAY + random.nextInt(DAYS), random);
            history.definitions.add(new LiveCodeFact(
                    SHOP,
                    "d" + i,
                    at,
                    "LC-" + random.nextInt(3),
                    channel(random),
                    random.nextInt(3),
                    random.nextBoolean() ? Long.MIN_VALUE : touch(random),
                    random.nextBoolean() ? Long.MAX_VALUE : touch(random)));
        }
        return history;
    }

    List<Object> arrivals() {
        List<Object> arrivals = new ArrayList<>(credits);
        arrivals.addAll(definitions);
        arrivals.addAll(spend);
        return arrivals;
    }

    /** Instants at which something is known or a day closes. */
    List<Long> instants() {
        var instants = new TreeSet<Long>();
        arrivals().forEach(fact -> instants.add(instantOf(fact)));
        for (int day = 0; day < DAYS; day++) {
            instants.add(ClosedDays.closesAtMillis(FIRST_DAY + day));
        }
        return List.copyOf(instants);
    }

    static long instantOf(Object fact) {
        if (fact instanceof CreditChange credit) {
            return credit.decidedAtMillis();
        }
        return fact instanceof LiveCodeFact definition
                ? definition.receivedAtMillis()
                : ((SpendFact) fact).receivedAtMillis();
    }

    /** Takes note of a fact as known at an instant that is not its own. */
    void add(Object fact, long at) {
        if (fact instanceof CreditChange credit) {
            credits.add(credit(
                    credit.source(),
                    credit.model(),
                    credit.paidDay(),
                    credit.deltaFen(),
                    at,
                    credit.touchedAtMillis()));
        } else if (fact instanceof LiveCodeFact it) {
            definitions.add(it.countingFrom(at));
        } else {
            var it = (SpendFact) fact;
            spend.add(new SpendFact(
                    SHOP, it.eventId(), at, it.channel(), it.key(), it.epochDay(), it.version(), it.costFen()));
        }
    }

    private static SpendFact report(int number, SplittableRandom random) {
        String channel = random.nextBoolean() ? channel(random) : CHANNELS.get(0);
        long day = FIRST_DAY + random.nextInt(DAYS);
        long fen = random.nextInt(5) * 50_00L;
        return new SpendFact(
                SHOP,
                "s" + number,
                instant(day, random),
                channel,
                THINGS.get(random.nextInt(THINGS.size())),
                day,
                random.nextInt(3),
                fen);
    }

    /** A third of the credits is withdrawn. */
    private void credit(SplittableRandom random) {
        String source = SOURCES.get(random.nextInt(SOURCES.size()));
        String model = DayTotals.MODELS.get(random.nextInt(4) % DayTotals.MODELS.size());
        long day = FIRST_DAY + random.nextInt(DAYS);
        long fen = 1L + random.nextInt(200_00);
        Long touched = source.startsWith("code:") && random.nextInt(4) > 0 ? touch(random) : null;
        credits.add(credit(source, model, day, fen, instant(day, random), touched));
        if (random.nextInt(3) == 0) {
            credits.add(credit(source, model, day, -fen, instant(day, random), touched));
        }
    }

    private static CreditChange credit(
            String source, String model, long day, long fen, long at, @Nullable Long touched) {
        return new CreditChange(SHOP, "youzan|1|E1", model, source, day, fen, "e", "p1", at, "id", touched);
    }

    /** Few instants, so that a touch falls on the very start or end of a term. */
    private static Long touch(SplittableRandom random) {
        return FIRST_DAY + random.nextInt(4);
    }

    private static String channel(SplittableRandom random) {
        return CHANNELS.get(random.nextInt(CHANNELS.size()));
    }

    /** Mostly some days around a day's close; else around that of its restatements. */
    private static long instant(long day, SplittableRandom random) {
        long close = ClosedDays.closesAtMillis(random.nextInt(4) == 0 ? day + 30 : day);
        return close + random.nextInt(-1, 5) * DAY / 2 + random.nextInt(-1, 2);
    }
}
