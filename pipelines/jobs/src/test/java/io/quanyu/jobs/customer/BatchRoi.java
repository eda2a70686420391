package io.quanyu.jobs.customer;

import io.quanyu.domain.customer.Touch;
import io.quanyu.jobs.channel.LiveCodeFact;
import io.quanyu.jobs.channel.SpendFact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What channels cost and brought, counted at once from all facts. It shares no rule with the domain, only its records. */
final class BatchRoi {

    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final MerchantMonth month;
    private final MerchantChannels channels;
    private final BatchCount batch;
    private final Map<String, Long> revenue = new TreeMap<>();

    BatchRoi(MerchantMonth month, MerchantChannels channels, BatchCount batch) {
        this.month = month;
        this.channels = channels;
        this.batch = batch;
        batch.sales().forEach(this::credit);
        revenue.values().removeIf(fen -> fen == 0);
    }

    /** By {@code channel|epoch day|model}, in fen. */
    Map<String, Long> revenue() {
        return revenue;
    }

    /** By {@code channel|epoch day}, in fen: of an account's total and its projects the larger, of a day and its hours the larger. */
    Map<String, Long> spend() {
        Map<String, SpendFact> newest = new HashMap<>();
        for (SpendFact fact : channels.spend()) {
            newest.merge(
                    fact.key() + fact.epochDay(), fact, (one, other) -> one.version() > other.version() ? one : other);
        }
        Map<String, Map<String, long[]>> byDay = new TreeMap<>();
        for (SpendFact fact : newest.values()) {
            String[] parts = fact.key().split("\\|", -1);
            long[] dayAndHours = byDay.computeIfAbsent(fact.channel() + "|" + fact.epochDay(), any -> new HashMap<>())
                    .computeIfAbsent(parts[2], any -> new long[2]);
            dayAndHours[parts[4].isEmpty() ? 0 : 1] += fact.costFen();
        }
        Map<String, Long> spend = new TreeMap<>();
        byDay.forEach((day, projects) -> {
            long total = 0;
            long parts = 0;
            for (var project : projects.entrySet()) {
                long fen = Math.max(project.getValue()[0], project.getValue()[1]);
                total += project.getKey().isEmpty() ? fen : 0;
                parts += project.getKey().isEmpty() ? 0 : fen;
            }
            spend.put(day, Math.max(total, parts));
        });
        spend.values().removeIf(fen -> fen == 0);
        return spend;
    }

    private void credit(BatchCount.Sale sale) {
        if (sale.paidMillis() == null || sale.netFen() == 0) {
            return;
        }
        List<String> led = ledTo(sale, sale.paidMillis());
        String day = "|" + Math.floorDiv(sale.paidMillis() + 8 * HOUR, DAY) + "|";
        revenue.merge(led.get(0) + day + "first", sale.netFen(), Long::sum);
        revenue.merge(led.get(led.size() - 1) + day + "last", sale.netFen(), Long::sum);
        long left = sale.netFen() % led.size();
        for (String channel : led) {
            revenue.merge(channel + day + "linear", sale.netFen() / led.size() + (left-- > 0 ? 1 : 0), Long::sum);
        }
    }

    /** The channels that led to a sale, from the first to the last touch. */
    private List<String> ledTo(BatchCount.Sale sale, long paidMillis) {
        List<Touch> led = new ArrayList<>();
        for (Object arrival : month.arrivals()) {
            if (arrival instanceof AccountFact fact
                    && month.personOf(fact.account()).equals(sale.person())) {
                fact.fragment().touches().values().stream()
                        .filter(touch -> isInTime(touch.atMillis(), sale, paidMillis))
                        .forEach(led::add);
            }
        }
        for (BatchCount.Sale other : batch.sales()) {
            boolean own = other.order().equals(sale.order());
            if (other.code() != null
                    && other.person().equals(sale.person())
                    && (own || isInTime(other.placedMillis(), sale, paidMillis))) {
                led.add(Touch.ofCode("order:" + other.order(), other.placedMillis(), other.code()));
            }
        }
        led.sort(Comparator.comparingLong(Touch::atMillis).thenComparing(Touch::id));
        return led.isEmpty()
                ? List.of("direct")
                : led.stream().map(this::channelOf).toList();
    }

    private static boolean isInTime(long atMillis, BatchCount.Sale sale, long paidMillis) {
        return atMillis >= sale.placedMillis() - 30 * DAY && atMillis < paidMillis;
    }

    private String channelOf(Touch touch) {
        LiveCodeFact newest = null;
        for (LiveCodeFact definition : channels.definitions()) {
            boolean holds = touch.source().equals("code:" + definition.code())
                    && definition.validFromMillis() <= touch.atMillis()
                    && touch.atMillis() < definition.validUntilMillis();
            if (holds && (newest == null || definition.version() > newest.version())) {
                newest = definition;
            }
        }
        return newest == null ? touch.source() : newest.channel();
    }
}
