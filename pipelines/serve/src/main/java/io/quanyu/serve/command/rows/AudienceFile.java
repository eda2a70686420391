package io.quanyu.serve.command.rows;

import io.quanyu.serve.ask.audience.Audience;
import io.quanyu.serve.ask.audience.AudienceMember;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;

/**
 * A file of audience members that appears complete or not at all: it is written beside its place and moved there by
 * {@link #finish}. Closed without that, it leaves nothing behind.
 */
public final class AudienceFile implements AutoCloseable {

    private final Path place;
    private final Path draft;
    private final ExportFormat format;
    private final Writer writer;
    private long members;

    private AudienceFile(Path place, Path draft, ExportFormat format, Writer writer) {
        this.place = place;
        this.draft = draft;
        this.format = format;
        this.writer = writer;
    }

    /**
     * Writes the people who carry a tag.
     *
     * @param tenant the merchant, or empty for all
     * @return how many they are
     */
    public static long write(Audience audience, String tag, String tenant, Path out, ExportFormat format)
            throws SQLException, IOException {
        try (AudienceFile file = AudienceFile.open(out, format)) {
            audience.members(tag, tenant, file::write);
            return file.finish();
        }
    }

    static AudienceFile open(Path place, ExportFormat format) throws IOException {
        Path absolute = place.toAbsolutePath();
        if (Files.isDirectory(absolute)) {
            throw new IllegalArgumentException("--out " + place + " is a folder: name the file, too");
        }
        Files.createDirectories(absolute.getParent());
        Path draft = Files.createTempFile(absolute.getParent(), "." + absolute.getFileName(), ".tmp");
        Writer writer = Files.newBufferedWriter(draft, StandardCharsets.UTF_8);
        writer.write(format.head());
        return new AudienceFile(absolute, draft, format, writer);
    }

    void write(AudienceMember member) throws IOException {
        writer.write(format.line(member));
        members++;
    }

    /** Puts the file in its place, and returns how many members it has. */
    long finish() throws IOException {
        writer.close();
        Files.move(draft, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return members;
    }

    @Override
    public void close() throws IOException {
        writer.close();
        Files.deleteIfExists(draft);
    }
}
