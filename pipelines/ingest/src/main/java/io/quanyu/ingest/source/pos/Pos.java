package io.quanyu.ingest.source.pos;

import io.quanyu.ingest.door.Platform;
import io.quanyu.ingest.door.Source;
import java.util.List;

/** Tills. */
public final class Pos implements Platform {

    @Override
    public String name() {
        return PosTickets.PLATFORM;
    }

    @Override
    public String chineseName() {
        return "收银台";
    }

    @Override
    public List<Source> sources() {
        return List.of(new Source("pos-csv", CsvOrders::cut, PosCsvAdapter::new));
    }
}
