package io.quanyu.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Folders that nobody but their owner may look into: so nobody reaches what lies in them, whatever mode it has. */
final class OwnersOnly {

    private static final Set<PosixFilePermission> MODE = PosixFilePermissions.fromString("rwx------");

    private OwnersOnly() {}

    /**
     * Makes a folder, or closes one that is there to others.
     *
     * @throws IOException if it cannot be made, or belongs to somebody else
     */
    static void make(Path folder) throws IOException {
        Files.createDirectories(folder);
        PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        if (view != null && !view.readAttributes().permissions().equals(MODE)) {
            view.setPermissions(MODE);
        }
    }
}
