package io.quanyu.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * By which key the phones of each tenant have been hashed so far: a file {@code <tenant>.sha256} for each, in a folder beside that of the keys. So a key
 * that is lost, or that is another, is noticed before a second one makes two persons of everybody with a phone. From a fingerprint nobody learns a key.
 */
public final class KeyFingerprints {

    private static final String SUFFIX = ".sha256";

    private final Path keys;
    private final Path folder;

    private KeyFingerprints(Path keys) {
        this.keys = keys;
        this.folder = keys.resolveSibling(keys.getFileName() + "-fingerprints");
    }

    /** Of a folder of keys. */
    public static KeyFingerprints of(Path keys) {
        return new KeyFingerprints(keys.toAbsolutePath());
    }

    /**
     * Holds all keys against what is known of them.
     *
     * @throws IllegalStateException if one is lost or is another, with what to do
     */
    public void requireKeys() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> known = Files.list(folder)) {
            List<String> tenants = known.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
            for (String tenant : tenants) {
                requireExisting(tenant);
                new KeyFolder(keys).keyOf(tenant);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder + ": " + e.getMessage(), e);
        }
    }

    /**
     * Lets a first key be made, and no second one.
     *
     * @throws IllegalStateException if the key file of a tenant that has had one is not there
     */
    void requireExisting(String tenant) {
        Path file = keys.resolve(tenant + KeyFolder.SUFFIX);
        if (Files.exists(fileOf(tenant)) && !Files.exists(file)) {
            throw new IllegalStateException("The key of tenant " + tenant + " is lost: there is no " + file
                    + ", and phones have been hashed by it. Put it back from a backup; a new key would make two persons of everybody"
                    + " with a phone. " + wayOut(tenant));
        }
    }

    /**
     * Remembers a key, or holds it against what is remembered.
     *
     * @throws IllegalStateException if phones have been hashed by another key
     */
    void keep(String tenant, byte[] key) throws IOException {
        String fingerprint = fingerprint(key);
        try {
            String known =
                    Files.readString(fileOf(tenant), StandardCharsets.US_ASCII).strip();
            if (!known.equals(fingerprint)) {
                throw new IllegalStateException(
                        "Key file " + keys.resolve(tenant + KeyFolder.SUFFIX) + " of tenant " + tenant
                                + " is not the one by which phones have been hashed: put that one back from a backup. "
                                + wayOut(tenant));
            }
        } catch (NoSuchFileException first) {
            write(fileOf(tenant), fingerprint);
        }
    }

    private String wayOut(String tenant) {
        return "If it is gone for good, delete " + fileOf(tenant)
                + ": from then on the tenant's phones count as others than before.";
    }

    private void write(Path file, String fingerprint) throws IOException {
        if (!Files.isWritable(folder.getParent())) {
            // Keys that somebody else keeps, such as mounted ones, are theirs to watch.
            return;
        }
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, SUFFIX, ".tmp");
        Files.writeString(draft, fingerprint + "\n", StandardCharsets.US_ASCII);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path fileOf(String tenant) {
        return folder.resolve(tenant + SUFFIX);
    }

    private static String fingerprint(byte[] key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
