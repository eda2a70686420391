package com.example.mine;

import io.quanyu.ingest.door.Platform;
import io.quanyu.ingest.door.Source;
import io.quanyu.ingest.file.Cut;
import java.util.List;

/** The user's own shop. */
public final class Mine implements Platform {

    @Override
    public String name() {
        return "mine";
    }

    @Override
    public String chineseName() {
        return "自营";
    }

    @Override
    public List<Source> sources() {
        return List.of(new Source("mine", Cut.LINES, VisitAdapter::new));
    }
}
