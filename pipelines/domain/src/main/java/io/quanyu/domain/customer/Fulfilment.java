package io.quanyu.domain.customer;

/** How far an order is. The order of the constants is the lifecycle rank that decides between equal versions. */
public enum Fulfilment {
    UNKNOWN,
    CREATED,
    PAID,
    SHIPPED,
    COMPLETED,
    CLOSED
}
