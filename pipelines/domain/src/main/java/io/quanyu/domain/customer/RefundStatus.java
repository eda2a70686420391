package io.quanyu.domain.customer;

/** How far an after-sale case is. The order of the constants is the rank that decides between equal versions. */
public enum RefundStatus {
    UNKNOWN,
    REFUNDING,
    SUCCEEDED,
    REFUSED,
    CLOSED
}
