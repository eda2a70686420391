package io.quanyu.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The page on column maps, with examples: {@code maps.md}. */
public final class MapsPage {

    private MapsPage() {}

    public static String text() {
        try (InputStream in = MapsPage.class.getResourceAsStream("maps.md")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read maps.md", failure);
        }
    }
}
