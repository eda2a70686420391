package io.quanyu.ingest.source.douyin;

import io.quanyu.ingest.door.Platform;
import io.quanyu.ingest.door.Source;
import io.quanyu.ingest.file.Cut;
import java.util.List;

/** Douyin shops. */
public final class Douyin implements Platform {

    @Override
    public String name() {
        return DouyinOrders.PLATFORM;
    }

    @Override
    public String chineseName() {
        return "抖音";
    }

    @Override
    public List<Source> sources() {
        return List.of(new Source("douyin", Cut.DOCUMENT, DouyinAdapter::new));
    }
}
