package io.quanyu.local.platform;

import io.quanyu.local.process.StartFailed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Holds a data folder for one process. The operating system lets go when the process ends, however it ends, so whether
 * the lock is held is the truth about whether a platform runs; the file's text says whose it is.
 */
public final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the folder.
     *
     * @throws StartFailed if another process has it
     */
    public static FolderLock take(PlatformFolder folder) {
        makeRoot(folder.root());
        FileChannel channel = open(folder.lockFile());
        if (tryLock(channel) == null) {
            OptionalLong holder = readHolder(folder.lockFile());
            close(channel);
            throw new StartFailed("A platform already runs on " + folder.root()
                    + (holder.isPresent() ? " (process " + holder.getAsLong() + ")" : "")
                    + ": use it, end it with ./quanyu down, or choose another folder with --data DIR");
        }
        write(channel, ProcessHandle.current().pid());
        return new FolderLock(channel);
    }

    /** The process that holds the folder, if any does. */
    public static OptionalLong holder(PlatformFolder folder) {
        if (!Files.exists(folder.lockFile())) {
            return OptionalLong.empty();
        }
        FileChannel channel = open(folder.lockFile());
        try {
            return tryLock(channel) == null ? readHolder(folder.lockFile()) : OptionalLong.empty();
        } finally {
            close(channel);
        }
    }

    @Override
    public void close() {
        close(channel);
    }

    private static void makeRoot(Path root) {
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw new StartFailed(
                    "Cannot write to the data folder " + root + " ("
                            + e.getClass().getSimpleName() + ": " + e.getMessage()
                            + "): make it writable, or choose another with --data DIR",
                    e);
        }
    }

    private static FileChannel open(Path file) {
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new StartFailed("Cannot open " + file + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        } catch (IOException e) {
            throw new StartFailed("Cannot lock the data folder: " + e.getMessage(), e);
        }
    }

    private static void write(FileChannel channel, long pid) {
        try {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(String.valueOf(pid).getBytes(StandardCharsets.US_ASCII)), 0);
        } catch (IOException e) {
            throw new StartFailed("Cannot write to the data folder: " + e.getMessage(), e);
        }
    }

    private static OptionalLong readHolder(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
            return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StartFailed("Cannot close the lock of the data folder: " + e.getMessage(), e);
        }
    }
}
