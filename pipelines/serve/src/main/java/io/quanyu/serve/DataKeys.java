package io.quanyu.serve;

import io.quanyu.ingest.TenantKeys;
import java.nio.file.Path;

/** The keys of the tenants in a data folder. */
final class DataKeys {

    /** Folder of the keys in a data folder. */
    static final String FOLDER = "keys";

    private DataKeys() {}

    static TenantKeys in(Path dataFolder) {
        return TenantKeys.inFolder(dataFolder.resolve(FOLDER));
    }
}
