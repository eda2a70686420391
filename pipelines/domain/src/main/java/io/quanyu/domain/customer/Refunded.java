package io.quanyu.domain.customer;

/**
 * Money that went back: a succeeded after-sale case.
 *
 * @param refund key of the case
 * @param atMillis when the money went back, epoch milliseconds
 * @param fen how much, in fen
 */
public record Refunded(String refund, long atMillis, long fen) {}
