package io.quanyu.facts;

import io.quanyu.domain.customer.Fragment;
import io.quanyu.domain.customer.Touch;
import io.quanyu.events.Behaved;
import io.quanyu.events.Behavior;
import org.jspecify.annotations.Nullable;

/** Whoever looks around is awake; a click with a channel and a visit of a live room are touches, too. */
final class BehaviorFacts {

    private BehaviorFacts() {}

    static Content of(Behaved behaved) {
        long at = behaved.getOccurredAt().toEpochMilli();
        Fragment browsed = Fragment.ofBrowse(at);
        Touch touch = touch(behaved, at);
        return new Content.OfAccount(touch == null ? browsed : browsed.merge(Fragment.of(touch)));
    }

    private static @Nullable Touch touch(Behaved behaved, long at) {
        boolean entered = behaved.getBehavior() == Behavior.LIVE_ENTER;
        if (!entered && behaved.getBehavior() != Behavior.CLICK) {
            return null;
        }
        if (behaved.getChannel() != null) {
            return Touch.ofChannel(behaved.getEventId(), at, behaved.getChannel());
        }
        return entered ? Touch.ofLiveRoom(behaved.getEventId(), at, behaved.getPlatform()) : null;
    }
}
