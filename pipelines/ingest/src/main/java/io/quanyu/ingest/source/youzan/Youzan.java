package io.quanyu.ingest.source.youzan;

import io.quanyu.ingest.door.Platform;
import io.quanyu.ingest.door.Source;
import io.quanyu.ingest.file.Cut;
import java.util.List;

/** Youzan shops. */
public final class Youzan implements Platform {

    @Override
    public String name() {
        return YouzanOrders.PLATFORM;
    }

    @Override
    public String chineseName() {
        return "有赞";
    }

    @Override
    public List<Source> sources() {
        return List.of(new Source("youzan", Cut.ITEMS, YouzanAdapter::new));
    }
}
