package io.quanyu.facts;

import io.quanyu.events.LiveCodeDefined;
import java.time.Instant;

/** A definition names the channel of a code for a time. */
final class LiveCodeFacts {

    private LiveCodeFacts() {}

    static Content of(LiveCodeDefined code) {
        Instant from = code.getValidFrom();
        Instant until = code.getValidUntil();
        return new Content.OfLiveCode(
                code.getLiveCode(),
                code.getChannel(),
                code.getVersion(),
                from == null ? Long.MIN_VALUE : from.toEpochMilli(),
                until == null ? Long.MAX_VALUE : until.toEpochMilli());
    }
}
