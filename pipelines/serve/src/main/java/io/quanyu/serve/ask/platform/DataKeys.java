package io.quanyu.serve.ask.platform;

import io.quanyu.ingest.TenantKeys;
import java.nio.file.Path;

/** The keys of the tenants in a data folder. */
public final class DataKeys {

    /** Folder of the keys in a data folder. */
    public static final String FOLDER = "keys";

    private DataKeys() {}

    public static TenantKeys in(Path dataFolder) {
        return TenantKeys.inFolder(dataFolder.resolve(FOLDER));
    }
}
