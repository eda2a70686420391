package io.quanyu.ingest.door;

import io.quanyu.ingest.RawPayload;
import io.quanyu.ingest.file.PayloadFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file as a platform sends it, with what is to become of it: {@code samples/<source>-<number>.*} in the test resources of
 * the platform, beside {@code golden/<source>-<number>.json}. A column map is {@code <source>-<number>.map.yaml}.
 */
record Sample(Source source, Path file) {

    private static final Path RESOURCES = Path.of("src/test/resources");

    /** Those of all platforms of this module. */
    static List<Sample> all() {
        return Sources.platforms().stream()
                .flatMap(platform -> platform.sources().stream().flatMap(source -> of(platform, source)))
                .toList();
    }

    static Stream<Sample> of(Platform platform, Source source) {
        Path folder = folder(platform).resolve("samples");
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> file.getFileName().toString().matches(source.name() + "-\\d+\\.(?!map).*"))
                    .sorted()
                    .toList()
                    .stream()
                    .map(file -> new Sample(source, file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The test resources of a platform lie in the package of its class. */
    static Path folder(Platform platform) {
        return RESOURCES.resolve(platform.getClass().getPackageName().replace('.', '/'));
    }

    Path golden() {
        return file.getParent().resolveSibling("golden").resolve(name() + ".json");
    }

    byte[] bytes() throws IOException {
        return Files.readAllBytes(file);
    }

    List<RawPayload> payloads() throws IOException {
        return PayloadFiles.read(source.cut(), file, map()).stream()
                .map(payload -> Payloads.of(source.name(), payload))
                .toList();
    }

    private @Nullable Path map() {
        Path map = file.resolveSibling(name() + ".map.yaml");
        return Files.exists(map) ? map : null;
    }

    private String name() {
        return file.getFileName().toString().replaceAll("\\..*", "");
    }

    @Override
    public String toString() {
        return file.getFileName().toString();
    }
}
