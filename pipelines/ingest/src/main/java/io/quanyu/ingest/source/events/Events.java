package io.quanyu.ingest.source.events;

import io.quanyu.ingest.door.Platform;
import io.quanyu.ingest.door.Source;
import java.util.List;

/** Files of behaviour, coupons, touches, spend and live codes, as CSV or JSON, from whatever made them. */
public final class Events implements Platform {

    @Override
    public String name() {
        return EventsAdapter.PLATFORM;
    }

    @Override
    public String chineseName() {
        return "事件文件";
    }

    @Override
    public List<Source> sources() {
        return List.of(
                new Source("events-csv", EventFiles::rows, EventsAdapter::new),
                new Source("events-jsonl", EventFiles::documents, EventsAdapter::new));
    }
}
