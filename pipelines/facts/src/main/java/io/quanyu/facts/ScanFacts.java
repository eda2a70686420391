package io.quanyu.facts;

import io.quanyu.domain.customer.Fragment;
import io.quanyu.domain.customer.Touch;
import io.quanyu.events.LiveCodeScanned;

/** A scan is a touch of its code. */
final class ScanFacts {

    private ScanFacts() {}

    static Content of(LiveCodeScanned scan) {
        return new Content.OfAccount(
                Fragment.of(Touch.ofCode(scan.getEventId(), scan.getOccurredAt().toEpochMilli(), scan.getLiveCode())));
    }
}
