package io.quanyu.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a data folder takes on its disk.
 *
 * @param bytes of each part, in the order in which they are told
 * @param freeBytes what is left on the disk
 */
public record DiskUse(Map<String, Long> bytes, long freeBytes) {

    private static final String[] UNITS = {"bytes", "KiB", "MiB", "GiB", "TiB"};

    /** Of a folder that may be written to meanwhile. */
    public static DiskUse of(PlatformFolder data) {
        Map<String, Long> bytes = new LinkedHashMap<>();
        bytes.put("kafka", sizeOf(data.kafka()));
        bytes.put("lake", sizeOf(data.lake()));
        bytes.put("checkpoints", sizeOf(data.checkpoints()) + sizeOf(data.clusterCheckpoints()));
        bytes.put("logs", sizeOf(data.logs()));
        try {
            return new DiskUse(bytes, Files.getFileStore(data.root()).getUsableSpace());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot see the disk of " + data.root() + ": " + e.getMessage(), e);
        }
    }

    /** In one line, for example {@code kafka 12.5 MiB, lake 1.3 GiB; 71.0 GiB free}. */
    public String words() {
        return bytes.entrySet().stream()
                        .map(part -> part.getKey() + " " + words(part.getValue()))
                        .collect(Collectors.joining(", "))
                + "; " + words(freeBytes) + " free";
    }

    private static String words(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= 1024 && unit < UNITS.length - 1) {
            size /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", size, UNITS[unit]);
    }

    /** Kafka's indexes of what it writes to: ten MiB each by their length, of which next to nothing is there. */
    private static boolean isPreallocated(Path file) {
        return file.toString().endsWith("index");
    }

    /** Bytes of all files below a folder; a file that goes away meanwhile counts for nothing, as does a folder that is not there. */
    public static long sizeOf(Path folder) {
        long[] sum = new long[1];
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    sum[0] += isPreallocated(file) ? 0 : attributes.size();
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path gone, IOException e) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path seen, @Nullable IOException e) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder + ": " + e.getMessage(), e);
        }
        return sum[0];
    }
}
