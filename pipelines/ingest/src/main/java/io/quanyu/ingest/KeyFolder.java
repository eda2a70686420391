package io.quanyu.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Tenant keys in files that only the owner may read. Safe for several threads and several processes. */
final class KeyFolder implements TenantKeys {

    static final String SUFFIX = ".key";

    private static final int KEY_BYTES = 32;
    private static final Pattern TENANT = Pattern.compile("[\\p{L}\\p{N}_.-]{1,100}");

    private final Path folder;
    private final KeyFingerprints fingerprints;
    private final Map<String, byte[]> keys = new ConcurrentHashMap<>();

    KeyFolder(Path folder) {
        this.folder = folder;
        this.fingerprints = KeyFingerprints.of(folder);
    }

    @Override
    public byte[] keyOf(String tenant) {
        return keys.computeIfAbsent(tenant, this::load).clone();
    }

    private byte[] load(String tenant) {
        Path file = folder.resolve(requireFileName(tenant) + SUFFIX);
        try {
            fingerprints.requireExisting(tenant);
            if (!Files.exists(file)) {
                create(file);
            }
            byte[] key = parse(
                    file, Files.readString(file, StandardCharsets.US_ASCII).strip());
            fingerprints.keep(tenant, key);
            return key;
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read or make the key file " + file, failure);
        }
    }

    static String requireFileName(String tenant) {
        if (!isFileName(tenant)) {
            throw new IllegalArgumentException(
                    "Tenant \"" + tenant
                            + "\" cannot name a key file: use letters, digits, '_', '-' and '.', at most 100, not starting with '.'");
        }
        return tenant;
    }

    static boolean isFileName(String tenant) {
        return TENANT.matcher(tenant).matches() && !tenant.startsWith(".");
    }

    /** Writes beside it and links into place, so that nobody ever reads half a key and the first writer wins. */
    private void create(Path file) throws IOException {
        Files.createDirectories(folder);
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path draft = Files.createTempFile(folder, SUFFIX, ".tmp", ownerOnly);
        try {
            Files.writeString(draft, HexFormat.of().formatHex(key) + "\n", StandardCharsets.US_ASCII);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException another) {
            // Another process made it first: its key is the key.
        } finally {
            Files.delete(draft);
        }
    }

    private static byte[] parse(Path file, String hex) {
        if (hex.length() != 2 * KEY_BYTES || !hex.chars().allMatch(HexFormat::isHexDigit)) {
            throw new IllegalStateException("Key file " + file + " must hold " + 2 * KEY_BYTES
                    + " hex digits, but holds " + hex.length()
                    + " characters: restore it from a backup; a new key would split every person with a phone");
        }
        return HexFormat.of().parseHex(hex);
    }
}
