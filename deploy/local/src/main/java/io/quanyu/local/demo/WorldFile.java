package io.quanyu.local.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quanyu.world.Size;
import io.quanyu.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Which world a data folder plays, so that a platform that was killed in the middle can play the rest.
 *
 * @param seed seed of the world
 * @param people size of the world
 * @param finished whether it has been played to its end
 */
record WorldFile(long seed, int people, boolean finished) {

    private static final String NAME = "world.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    static Optional<WorldFile> in(Path dataFolder) {
        Path file = dataFolder.resolve(NAME);
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(Files.readString(file), WorldFile.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    World world() {
        return World.of(seed, new Size(people));
    }

    WorldFile asFinished() {
        return new WorldFile(seed, people, true);
    }

    /** Writes it in one step, so that a kill leaves the old file or the new one. */
    void write(Path dataFolder) {
        Path draft = dataFolder.resolve(NAME + ".tmp");
        try {
            Files.createDirectories(dataFolder);
            Files.writeString(draft, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
            Files.move(
                    draft,
                    dataFolder.resolve(NAME),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + dataFolder.resolve(NAME) + ": " + e.getMessage(), e);
        }
    }
}
