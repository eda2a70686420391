package io.quanyu.domain.alert;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Revenue ÷ spend as an exact fraction.
 *
 * @param revenueFen in fen
 * @param spendFen in fen, above 0
 */
record Roi(long revenueFen, long spendFen) implements Comparable<Roi> {

    /** Compares exactly, without rounding: thousandths of the threshold. */
    boolean reaches(long thresholdMilli) {
        return scaled(revenueFen, 1000).compareTo(scaled(spendFen, thresholdMilli)) >= 0;
    }

    /** In 1/10,000, cut off: what is below a threshold never reads as if it reached it. */
    long tenThousandths() {
        return scaled(revenueFen, 10_000)
                .divide(BigDecimal.valueOf(spendFen), 0, RoundingMode.DOWN)
                .longValueExact();
    }

    Roi plus(Roi other) {
        return new Roi(revenueFen + other.revenueFen, spendFen + other.spendFen);
    }

    /** As people read it: {@code 1.4}, {@code 2.3333}. */
    String text() {
        return BigDecimal.valueOf(tenThousandths(), 4).stripTrailingZeros().toPlainString();
    }

    @Override
    public int compareTo(Roi other) {
        return scaled(revenueFen, other.spendFen).compareTo(scaled(other.revenueFen, spendFen));
    }

    private static BigDecimal scaled(long value, long factor) {
        return BigDecimal.valueOf(value).multiply(BigDecimal.valueOf(factor));
    }
}
