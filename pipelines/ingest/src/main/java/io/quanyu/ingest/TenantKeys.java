package io.quanyu.ingest;

import java.nio.file.Path;

/** The secret key of each tenant, with which its phones are hashed. */
@FunctionalInterface
public interface TenantKeys {

    /** 32 bytes, always the same for a tenant. */
    byte[] keyOf(String tenant);

    /** Keys as files {@code <tenant>.key} (hex, readable by the owner only), made on first use and never a second time: see {@link KeyFingerprints}. */
    static TenantKeys inFolder(Path folder) {
        return new KeyFolder(folder);
    }
}
