package io.quanyu.ingest.door;

import io.quanyu.ingest.fields.FoundId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Member numbers that stand for whoever has none, from {@code placeholders.txt}. */
final class Placeholders {

    private static final Set<String> ALL = load();

    private Placeholders() {}

    /** True for a member number that many people share: it joins nobody. */
    static boolean stands(FoundId id) {
        return id.type().endsWith("member") && ALL.contains(id.value().toLowerCase(Locale.ROOT));
    }

    private static Set<String> load() {
        try (InputStream in = Placeholders.class.getResourceAsStream("placeholders.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.strip().toLowerCase(Locale.ROOT))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read placeholders.txt", failure);
        }
    }
}
