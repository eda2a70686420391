package io.quanyu.domain.consent;

/**
 * A customer agrees that a conversation is archived, or declines.
 *
 * @param conversation which one: with a staff member or in a room; empty if the platform does not say: all of them
 * @param atMillis since when it holds, epoch milliseconds
 */
public record Decision(String conversation, long atMillis, boolean agreed) {

    boolean isAbout(String other) {
        return conversation.isEmpty() || other.isEmpty() || conversation.equals(other);
    }
}
