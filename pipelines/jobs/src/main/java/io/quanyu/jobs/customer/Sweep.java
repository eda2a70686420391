package io.quanyu.jobs.customer;

import java.util.Iterator;

/**
 * Everybody who is known is judged again, a few at a time.
 *
 * @param untilMillis the instant at which the rules took force, epoch milliseconds
 * @param size how many there are
 */
record Sweep<K>(long untilMillis, int size, Iterator<K> left, long begunNanos) {}
