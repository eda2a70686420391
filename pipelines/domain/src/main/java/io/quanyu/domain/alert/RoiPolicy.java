package io.quanyu.domain.alert;

/**
 * When a channel's ROI is worth an alert.
 *
 * @param thresholdMilli the ROI that a day must reach, in thousandths: 1500 is 1.5
 * @param streakDays how many spend days in a row must stay below it
 */
public record RoiPolicy(long thresholdMilli, int streakDays) {

    public RoiPolicy {
        if (thresholdMilli <= 0 || streakDays <= 0) {
            throw new IllegalArgumentException(
                    "An ROI policy needs a threshold and a streak above 0, but has threshold " + thresholdMilli
                            + "/1000 and streak " + streakDays);
        }
    }

    /** Three spend days below 1.5. */
    public static RoiPolicy standard() {
        return new RoiPolicy(1500, 3);
    }
}
