package io.quanyu.jobs.iceberg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The lake's files on a disk of this machine. Without its native library, Hadoop starts the program {@code chmod} for every file that it makes, and
 * makes a second one of checksums beside it. While a past of many days is loaded, starting it was an eighth of the jobs' CPU.
 */
public final class LocalFiles extends LocalFileSystem {

    /** Hadoop makes it by its name. */
    public LocalFiles() {
        super(new PermissionsByJava());
        setWriteChecksum(false);
    }

    /** Settings of Hadoop with these files for the scheme {@code file}, for their owner alone, and nothing else. */
    public static Configuration hadoop() {
        var hadoop = new Configuration(false);
        hadoop.set("fs.permissions.umask-mode", "077");
        hadoop.set("fs.file.impl", LocalFiles.class.getName());
        return hadoop;
    }

    private static final class PermissionsByJava extends RawLocalFileSystem {

        @Override
        public void setPermission(Path path, FsPermission permission) throws IOException {
            String symbols = permission.getUserAction().SYMBOL
                    + permission.getGroupAction().SYMBOL
                    + permission.getOtherAction().SYMBOL;
            Files.setPosixFilePermissions(pathToFile(path).toPath(), PosixFilePermissions.fromString(symbols));
        }
    }
}
