package io.quanyu.jobs.identity;

/**
 * What an owner says of an identifier. It may have been said before, by this owner or by an earlier one.
 *
 * @param anchor whether the person is named after this identifier
 * @param atMillis when it was decided, epoch milliseconds on the clock of the facts
 */
public record Statement(String tenant, String identifier, String oneId, boolean anchor, long atMillis) {}
