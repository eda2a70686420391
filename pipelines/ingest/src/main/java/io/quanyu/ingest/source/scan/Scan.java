package io.quanyu.ingest.source.scan;

import io.quanyu.ingest.door.Platform;
import io.quanyu.ingest.door.Source;
import io.quanyu.ingest.file.Cut;
import java.util.List;

/** Pages of our own that open a live code. */
public final class Scan implements Platform {

    @Override
    public String name() {
        return ScanAdapter.PLATFORM;
    }

    @Override
    public String chineseName() {
        return "扫码页";
    }

    @Override
    public List<Source> sources() {
        return List.of(new Source("scan-jsonl", Cut.LINES, ScanAdapter::new));
    }
}
