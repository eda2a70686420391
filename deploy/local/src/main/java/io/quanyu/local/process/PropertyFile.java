package io.quanyu.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the settings file of a server, sorted by key. */
final class PropertyFile {

    private PropertyFile() {}

    static void write(Path file, Map<String, String> settings) {
        String text = new TreeMap<>(settings)
                .entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + escaped(setting.getValue()) + "\n")
                        .collect(Collectors.joining());
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\");
    }
}
