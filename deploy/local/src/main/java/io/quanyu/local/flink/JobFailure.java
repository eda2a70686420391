package io.quanyu.local.flink;

/**
 * The newest failure of a job.
 *
 * @param cause its innermost cause, and the record if it names one
 * @param atMillis when it failed, epoch milliseconds
 */
public record JobFailure(String cause, long atMillis) {}
