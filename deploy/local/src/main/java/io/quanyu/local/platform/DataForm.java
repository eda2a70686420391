package io.quanyu.local.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quanyu.local.process.StartFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * In which form the data of a folder are, and which build wrote them so. A build goes on with data of its own form and of every older one.
 *
 * @param form counts up with each change after which an older build must not touch the data
 * @param build version of Quanyu
 */
public record DataForm(int form, String build) {

    /** The version of this build. */
    public static final String BUILD = "0.1.0";

    /** What this build writes. */
    static final DataForm CURRENT = new DataForm(1, BUILD);

    /** Of folders from before there was a file that says it. */
    private static final DataForm FIRST = new DataForm(0, "0.1.0");

    private static final String FILE = "form.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Lets this build go on with the data of a folder, and remembers that it does.
     *
     * @throws StartFailed if a newer build has changed their form
     */
    public static void claim(PlatformFolder data) {
        DataForm held = in(data.root());
        if (held.form > CURRENT.form) {
            throw new StartFailed("The data in " + data.root() + " were written by Quanyu " + held.build + " (form "
                    + held.form + "), and this is Quanyu " + CURRENT.build + ", which knows forms up to " + CURRENT.form
                    + ". Nothing was changed: go on with that build, restore a backup from before it, or choose another folder with"
                    + " --data DIR");
        }
        if (!held.equals(CURRENT)) {
            CURRENT.write(data.root());
        }
    }

    private static DataForm in(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            return JSON.readValue(Files.readString(file), DataForm.class);
        } catch (NoSuchFileException e) {
            return FIRST;
        } catch (JsonProcessingException e) {
            throw new StartFailed(
                    file
                            + " does not say which build wrote the data: put it back from a backup, or delete it if it was this build",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private void write(Path folder) {
        Path draft = folder.resolve(FILE + ".tmp");
        try {
            Files.writeString(draft, JSON.writeValueAsString(this));
            Files.move(
                    draft, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + folder.resolve(FILE) + ": " + e.getMessage(), e);
        }
    }
}
