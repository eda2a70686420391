package io.quanyu.domain.customer;

import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Amounts in fen. */
public final class Money {

    /** Stands for the currency that a tenant counts in, whichever that is: amounts in another are kept and shown, and never added. */
    public static final String HOME = "";

    private static final String UNLESS_SET = "CNY";

    /** The most that any sum says: what a column of 18 digits holds. An absurd figure stops nobody. */
    public static final long MOST_FEN = 999_999_999_999_999_999L;

    private Money() {}

    /**
     * An ISO 4217 code as it counts for a tenant: {@link #HOME} if it is the tenant's, else itself.
     *
     * @param tenantCurrency the tenant's; null is CNY
     */
    public static String counted(String currency, @Nullable String tenantCurrency) {
        return currency.equals(tenantCurrency == null ? UNLESS_SET : tenantCurrency) ? HOME : currency;
    }

    /** Whether amounts of a {@link #counted} currency may be added; null is a currency that nobody told, which is the tenant's. */
    public static boolean isHome(@Nullable String currency) {
        return currency == null || currency.equals(HOME);
    }

    /** The sum, never more than {@link #MOST_FEN} and never less than that below 0. */
    public static long sum(LongStream fen) {
        return fen.reduce(0, Money::plus);
    }

    /** As {@link #sum}, of two. */
    public static long plus(long one, long other) {
        long sum = one + other;
        boolean overflows = ((one ^ sum) & (other ^ sum)) < 0;
        long exact = overflows ? (one < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
        return clamped(exact);
    }

    /** The same, but never more than {@link #MOST_FEN} and never less than that below 0. */
    public static long clamped(long fen) {
        return Math.max(-MOST_FEN, Math.min(MOST_FEN, fen));
    }
}
