package io.quanyu.jobs.customer;

import io.quanyu.domain.attribution.Credit;
import java.util.Comparator;
import java.util.Locale;

/** What a difference in credit is counted under. */
record CreditKey(String order, String model, String source, long paidDay, long touchedMillis)
        implements Comparable<CreditKey> {

    private static final Comparator<CreditKey> IN_ORDER = Comparator.comparing(CreditKey::order)
            .thenComparing(CreditKey::model)
            .thenComparing(CreditKey::source)
            .thenComparingLong(CreditKey::paidDay)
            .thenComparingLong(CreditKey::touchedMillis);

    static CreditKey of(Credit credit) {
        return new CreditKey(
                credit.order(),
                credit.model().name().toLowerCase(Locale.ROOT),
                credit.source(),
                credit.paidDay(),
                credit.touchedMillis());
    }

    @Override
    public int compareTo(CreditKey other) {
        return IN_ORDER.compare(this, other);
    }
}
