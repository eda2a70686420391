package io.quanyu.local.process;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where the classes of this package lie: a jar, or a folder of classes in a test. */
final class OwnCode {

    private OwnCode() {}

    static Path location() {
        try {
            return Path.of(OwnCode.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The classes of " + OwnCode.class.getPackageName() + " lie nowhere", e);
        }
    }
}
