package io.quanyu.serve.ask.identity;

import io.quanyu.serve.ask.platform.DataKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The keys that a data folder has, to look a phone up: a question makes no key. */
public final class PhoneKeys {

    private static final String ENDING = ".key";

    private final Path dataFolder;

    public PhoneKeys(Path dataFolder) {
        this.dataFolder = dataFolder;
    }

    /** The tenants that have a key. */
    List<String> tenants() {
        Path folder = dataFolder.resolve(DataKeys.FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING) && !name.startsWith("."))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder + ": " + e.getMessage(), e);
        }
    }

    /** The key of one of {@link #tenants}. */
    byte[] keyOf(String tenant) {
        return DataKeys.in(dataFolder).keyOf(tenant);
    }
}
