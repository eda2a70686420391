package io.quanyu.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Currency;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Currencies of tenants in files of one code each, written by a command while others read. Safe for several threads. */
public final class CurrencyFolder implements TenantCurrencies {

    private static final String SUFFIX = ".currency";
    private static final Duration FRESH = Duration.ofSeconds(5);

    private record Read(String currency, long nanos) {}

    private final Path folder;
    private final Map<String, Read> read = new ConcurrentHashMap<>();

    public CurrencyFolder(Path folder) {
        this.folder = folder;
    }

    /** @throws IllegalStateException if the tenant's file holds no currency */
    @Override
    public String currencyOf(String tenant) {
        if (!KeyFolder.isFileName(tenant)) {
            return UNLESS_SET;
        }
        long now = System.nanoTime();
        return read.compute(
                        tenant,
                        (any, last) -> last != null && now - last.nanos() < FRESH.toNanos()
                                ? last
                                : new Read(load(tenant), now))
                .currency();
    }

    /**
     * Sets what a tenant counts in. It holds for what comes in from now on.
     *
     * @throws IllegalArgumentException if the code is none of ISO 4217
     */
    public void set(String tenant, String code) {
        Path file = folder.resolve(KeyFolder.requireFileName(tenant) + SUFFIX);
        String currency = known(code);
        try {
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, SUFFIX, ".tmp");
            Files.writeString(draft, currency + "\n", StandardCharsets.US_ASCII);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            read.remove(tenant);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot write " + file, failure);
        }
    }

    private String load(String tenant) {
        Path file = folder.resolve(tenant + SUFFIX);
        try {
            return known(Files.readString(file, StandardCharsets.UTF_8).strip());
        } catch (NoSuchFileException unset) {
            return UNLESS_SET;
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read " + file, failure);
        } catch (IllegalArgumentException broken) {
            throw new IllegalStateException(
                    "Currency file " + file + ": " + broken.getMessage() + ", or delete the file", broken);
        }
    }

    private static String known(String code) {
        try {
            return Currency.getInstance(code).getCurrencyCode();
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "\"" + code + "\" is no currency: give an ISO 4217 code such as CNY", unknown);
        }
    }
}
