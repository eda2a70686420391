package io.quanyu.local.moved;

import io.quanyu.local.platform.PlatformFolder;
import io.quanyu.local.platform.Progress;
import io.quanyu.local.process.StartFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * A data folder whose lake says that it lies elsewhere: it was copied or moved. The lake and its catalog hold absolute places; used as they are, a
 * copy would read its original's files, and delete them when it cleans up. The jobs' checkpoints name their files by their place beside them.
 */
public final class MovedFolder {

    private MovedFolder() {}

    /**
     * Makes the folder say where it is, if it does not. The catalog is changed last, and in one step: what is broken off begins again.
     *
     * @throws StartFailed if something in it cannot be moved
     */
    public static void settle(PlatformFolder folder, Progress progress) {
        try {
            MovedLake lake = MovedLake.of(folder);
            if (lake.isAtHome()) {
                return;
            }
            folder.requireNoneIn(
                    folder.clusterCheckpoints(),
                    "on a Flink of its own, and were copied from " + lake.origin()
                            + ": their checkpoints cannot be moved. Use the original");
            progress.say("This folder was copied or moved from " + lake.origin()
                    + ": its lake is told its new place; the original is left alone");
            lake.settle();
        } catch (IOException | SQLException failure) {
            throw new StartFailed(
                    "The data folder " + folder.root() + " was copied or moved, and cannot be told its new place: "
                            + failure.getMessage() + ". Copy it again while its platform is down, for example with"
                            + " ./quanyu backup",
                    failure);
        }
    }

    /** Fails with the file that is missing. */
    static Path required(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException(file + " is missing in the copy");
        }
        return file;
    }
}
