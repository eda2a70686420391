package io.quanyu.facts;

import io.quanyu.events.LiveCodeDefined;

/** A definition names the channel of a code. */
final class LiveCodeFacts {

    private LiveCodeFacts() {}

    static Content of(LiveCodeDefined code) {
        return new Content.OfLiveCode(code.getLiveCode(), code.getChannel(), code.getVersion());
    }
}
