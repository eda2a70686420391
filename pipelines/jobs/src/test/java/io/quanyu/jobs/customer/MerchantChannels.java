package io.quanyu.jobs.customer;

import io.quanyu.jobs.channel.LiveCodeFact;
import io.quanyu.jobs.channel.SpendFact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The channels of a {@link MerchantMonth}: codes that are given to another channel for a time or for ever, and what two ad accounts report of
 * the same money: of the account, of projects, of a day and of its hours, each restated.
 */
record MerchantChannels(List<LiveCodeFact> definitions, List<SpendFact> spend) {

    static final List<String> CODES = List.of("LC-0", "LC-1", "LC-2", "LC-9");
    static final List<String> CHANNELS = List.of("小红书", "抖音");

    private static final String SHOP = "shop";
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final int TERMS = 4;

    static MerchantChannels of(long seed) {
        var random = new SplittableRandom(seed);
        var channels = new MerchantChannels(new ArrayList<>(), new ArrayList<>());
        for (String code : CODES) {
            channels.define(code, random);
        }
        for (int i = 0; i < 120; i++) {
            channels.report(i, random);
        }
        return channels;
    }

    List<Object> facts() {
        List<Object> facts = new ArrayList<>(definitions);
        facts.addAll(spend);
        return facts;
    }

    /** At first for ever, then for times that begin one after the other and are defined in any order. */
    private void define(String code, SplittableRandom random) {
        add(code, 0, Long.MIN_VALUE, Long.MAX_VALUE, random);
        long from = MerchantMonth.FIRST;
        for (int term = 1; term < TERMS; term++) {
            from += (1 + random.nextInt(10 * 24)) * HOUR;
            long until = random.nextInt(3) == 0 ? Long.MAX_VALUE : from + random.nextInt(20 * 24) * HOUR;
            add(code, 1 + (term * 7 + (int) from / 1_000) % 50 * TERMS + term, from, until, random);
        }
    }

    private void add(String code, long version, long from, long until, SplittableRandom random) {
        String channel = random.nextInt(3) == 0 ? "门店" : CHANNELS.get(random.nextInt(CHANNELS.size()));
        definitions.add(new LiveCodeFact(
                SHOP, code + "@" + version, instant(random), code, channel, Math.abs(version), from, until));
    }

    private void report(int number, SplittableRandom random) {
        int account = random.nextInt(CHANNELS.size());
        String project = random.nextInt(3) == 0 ? "" : "p" + random.nextInt(2);
        String hour = random.nextBoolean() ? "" : Integer.toString(random.nextInt(3));
        spend.add(new SpendFact(
                SHOP,
                "s" + number,
                instant(random),
                CHANNELS.get(account),
                "ad|" + account + "|" + project + "||" + hour,
                MerchantMonth.FIRST / (24 * HOUR) + random.nextInt(6),
                number,
                random.nextInt(1_000_00)));
    }

    private static long instant(SplittableRandom random) {
        return MerchantMonth.FIRST + random.nextLong(40 * 24) * HOUR;
    }
}
