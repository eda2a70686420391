package io.quanyu.serve.ask.platform;

import io.quanyu.ingest.CurrencyFolder;
import io.quanyu.ingest.TenantKeys;
import java.nio.file.Path;

/** What a data folder keeps of each tenant: its key and its currency. */
public final class DataKeys {

    /** Folder of the keys in a data folder. */
    public static final String FOLDER = "keys";

    private DataKeys() {}

    public static TenantKeys in(Path dataFolder) {
        return TenantKeys.inFolder(dataFolder.resolve(FOLDER));
    }

    public static CurrencyFolder currencies(Path dataFolder) {
        return new CurrencyFolder(dataFolder.resolve(FOLDER));
    }
}
