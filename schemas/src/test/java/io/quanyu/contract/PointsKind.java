package io.quanyu.contract;

import io.quanyu.events.Behaved;
import java.util.List;

/** A kind of somebody's own, found on the class path. It borrows a schema: one of its own is made as ours are. */
public final class PointsKind implements MoreEventKinds {

    static final EventKind POINTS = EventKind.ofPersons("points", "dwd.points_changed", Behaved.class);

    @Override
    public List<EventKind> kinds() {
        return List.of(POINTS);
    }
}
