package io.quanyu.domain.alert;

import java.io.Serializable;

/**
 * When a channel's ROI is worth an alert.
 *
 * @param thresholdMilli the ROI that a day must reach, in thousandths: 1500 is 1.5
 * @param streakDays how many spend days in a row must stay below it
 * @param leastSpendFen what must be spent on a day for its ROI to count, in fen; a day with less is like one without spend
 * @param longestGapDays how many days after a spend day the next of the same streak may be: 7 keeps a channel that spends every Monday
 */
public record RoiPolicy(long thresholdMilli, int streakDays, long leastSpendFen, int longestGapDays)
        implements Serializable {

    public RoiPolicy {
        if (thresholdMilli <= 0 || streakDays <= 0 || leastSpendFen <= 0 || longestGapDays <= 0) {
            throw new IllegalArgumentException(
                    "An ROI policy needs a threshold, a streak, a least spend and a longest gap above 0, but has threshold "
                            + thresholdMilli + "/1000, streak " + streakDays + ", least spend " + leastSpendFen
                            + " fen and longest gap " + longestGapDays);
        }
    }

    /** Three spend days below 1.5, of 100 yuan or more each, no more than a week apart. */
    public static RoiPolicy standard() {
        return new RoiPolicy(1500, 3, 100_00, 7);
    }
}
