package io.quanyu.facts;

import io.quanyu.domain.customer.Fragment;
import io.quanyu.events.MessageAction;
import io.quanyu.events.MessageSent;

/** What a customer writes shows that they are awake; what staff write, or somebody takes back, does not. */
final class MessageFacts {

    private MessageFacts() {}

    static Content of(MessageSent message) {
        boolean spoke = message.getAction() == MessageAction.SENT && message.getFromCustomer();
        return spoke
                ? new Content.OfAccount(
                        Fragment.ofMessage(message.getOccurredAt().toEpochMilli()))
                : Content.NOTHING;
    }
}
