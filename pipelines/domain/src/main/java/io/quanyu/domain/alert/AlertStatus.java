package io.quanyu.domain.alert;

/** Where an alert stands, or what became of it. OPENED and RESTATED alerts stand; RESOLVED and WITHDRAWN ones are over. */
public enum AlertStatus {
    /** The streak lasts. */
    OPENED,
    /** The streak lasts, but its days, numbers or advice are no longer what was said. Only from {@link RoiAlerts#changes}. */
    RESTATED,
    /** A spend day at or above the threshold ended the streak. */
    RESOLVED,
    /** By the facts of now there never was such a streak. Only from {@link RoiAlerts#changes}. */
    WITHDRAWN
}
