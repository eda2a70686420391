package io.quanyu.facts;

import io.quanyu.contract.EventKind;
import io.quanyu.contract.MoreEventKinds;
import io.quanyu.domain.customer.Fragment;
import io.quanyu.domain.customer.Touch;
import io.quanyu.events.Behaved;
import java.util.List;

/** Kinds of somebody's own, found on the class path: one that is read, and one that is only kept. */
public final class PointsFacts implements MoreEventKinds, MoreFacts {

    static final EventKind POINTS = EventKind.ofPersons("points", "dwd.points_changed", Behaved.class);
    static final EventKind TICKET = EventKind.ofPersons("ticket", "dwd.ticket_changed", Behaved.class);

    @Override
    public List<EventKind> kinds() {
        return List.of(POINTS, TICKET);
    }

    @Override
    public List<KindFacts<?>> facts() {
        return List.of(new KindFacts<>(POINTS, Behaved.class, PointsFacts::touch));
    }

    private static Content touch(Behaved earned) {
        return new Content.OfAccount(Fragment.of(
                Touch.ofChannel(earned.getEventId(), earned.getOccurredAt().toEpochMilli(), "会员积分")));
    }
}
