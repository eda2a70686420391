package io.quanyu.domain.customer;

import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Amounts in fen. */
public final class Money {

    /** The currency of a tenant: amounts in another are kept and shown, and never added. */
    public static final String HOME = "CNY";

    private Money() {}

    /** Whether amounts of a currency may be added; null is a currency that nobody told, which is the tenant's. */
    public static boolean isHome(@Nullable String currency) {
        return currency == null || currency.equals(HOME);
    }

    /** The sum, and never less or more than a {@code long} can say: an absurd figure stops nobody. */
    public static long sum(LongStream fen) {
        return fen.reduce(0, Money::plus);
    }

    /** As {@link #sum}, of two. */
    public static long plus(long one, long other) {
        long sum = one + other;
        boolean overflows = ((one ^ sum) & (other ^ sum)) < 0;
        return overflows ? (one < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
    }
}
