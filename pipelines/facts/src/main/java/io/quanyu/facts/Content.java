package io.quanyu.facts;

import io.quanyu.domain.customer.Fragment;
import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Ruling;

/** What an event says beyond its head: of the account that acted, or of a thing. */
public sealed interface Content {

    /** Nothing that we derive anything from. */
    Content NOTHING = new Nothing();

    /** What the account did. */
    record OfAccount(Fragment fragment) implements Content {}

    /**
     * What an ad platform reports of the cost of one thing on one day. A later version of the same key and day restates it.
     *
     * @param channel the channel that the money was spent on
     * @param key what the report is of: {@code platform|account|project|promotion|hour}, empty parts where it is of more
     * @param epochDay calendar day in Asia/Shanghai, as days since 1970-01-01
     * @param costFen cost in fen
     */
    record OfSpend(String channel, String key, long epochDay, long version, long costFen) implements Content {}

    /**
     * Which channel shows a live code. A later version of the same code redefines it.
     *
     * @param code the state that comes back in friend adds
     * @param validFromMillis since when, epoch milliseconds; {@link Long#MIN_VALUE}: ever since
     * @param validUntilMillis until when, itself not included; {@link Long#MAX_VALUE}: for ever
     */
    record OfLiveCode(String code, String channel, long version, long validFromMillis, long validUntilMillis)
            implements Content {}

    /** What a human decided about who is who. */
    record OfRuling(Ruling ruling) implements Content {}

    /** That a human called two identifiers one person's. */
    record OfTie(Evidence evidence) implements Content {}

    /** See {@link #NOTHING}. */
    record Nothing() implements Content {}
}
