package io.quanyu.ingest.file;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Opens what is packed: gzip and zip, told by their first bytes, whatever the name says. */
final class Unpacked {

    private static final Charset ZIP_NAMES =
            Charset.forName("GBK"); // Of old Chinese Windows; newer archives say UTF-8.

    private Unpacked() {}

    /** Gives each file inside to the reader: the file itself if it is not packed. */
    static void each(String name, InputStream bytes, @Nullable Path map, Reader reader) throws IOException {
        var packed = new Counted(new BufferedInputStream(bytes, 1 << 16));
        var in = new BufferedInputStream(packed, 1 << 16);
        in.mark(4);
        byte[] first = in.readNBytes(4);
        in.reset();
        try {
            if (first.length >= 2 && first[0] == (byte) 0x1f && first[1] == (byte) 0x8b) {
                reader.read(PayloadFile.of(name, limited(name, new GZIPInputStream(in, 1 << 16), packed), map));
            } else if (first.length == 4 && first[0] == 'P' && first[1] == 'K' && first[2] == 3 && first[3] == 4) {
                zip(name, new ZipInputStream(in, ZIP_NAMES), packed, map, reader);
            } else if (name.endsWith(".gz") || name.endsWith(".zip")) {
                throw new IOException("it does not begin like one");
            } else {
                reader.read(PayloadFile.of(name, in, map));
            }
        } catch (IOException broken) {
            throw new IllegalArgumentException(
                    "Cannot read " + name + " to its end: " + broken.getMessage()
                            + ". What came before was taken; fetch the file again",
                    broken);
        }
    }

    private static void zip(String name, ZipInputStream zip, Counted packed, @Nullable Path map, Reader reader)
            throws IOException {
        // Of all entries together: many small bombs are one.
        InputStream unpacked = limited(name, zip, packed);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String inside = name + "!" + entry.getName();
            if (!entry.isDirectory() && !entry.getName().contains("__MACOSX/")) {
                reader.read(PayloadFile.of(inside, unpacked, map));
            }
        }
    }

    private static InputStream limited(String name, InputStream unpacked, Counted packed) {
        return new Limited(name, unpacked, packed);
    }

    /** What reads a file. */
    @FunctionalInterface
    interface Reader {
        void read(PayloadFile file) throws IOException;
    }

    /** Counts the bytes that were read. */
    private static class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }

    /** Ends the reading of a bomb: no payloads of a platform shrink to a two-hundred-and-fiftieth. */
    private static final class Limited extends Counted {

        private static final long HARMLESS = 256L << 20;
        private static final long RATIO = 250;

        private final String name;
        private final Counted packed;

        Limited(String name, InputStream in, Counted packed) {
            super(in);
            this.name = name;
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            check();
            return super.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            check();
            return super.read(buffer, offset, length);
        }

        private void check() {
            if (super.count > HARMLESS && super.count / RATIO > packed.count) {
                throw new IllegalArgumentException(name + " unpacks to more than " + RATIO
                        + " times its size: reading it was ended; unpack it yourself if it is right");
            }
        }
    }
}
