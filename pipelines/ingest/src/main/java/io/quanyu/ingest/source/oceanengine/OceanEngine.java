package io.quanyu.ingest.source.oceanengine;

import io.quanyu.ingest.door.Platform;
import io.quanyu.ingest.door.Source;
import io.quanyu.ingest.file.Cut;
import java.util.List;

/** Ocean Engine. */
public final class OceanEngine implements Platform {

    @Override
    public String name() {
        return OceanEngineAdapter.PLATFORM;
    }

    @Override
    public String chineseName() {
        return "巨量引擎";
    }

    @Override
    public List<Source> sources() {
        return List.of(new Source("oceanengine", Cut.ITEMS, phones -> new OceanEngineAdapter()));
    }
}
