package io.quanyu.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Currencies of tenants in files of one code each, written by a command while others read. Safe for several threads. */
public final class CurrencyFolder implements TenantCurrencies {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private record Read(String currency, long nanos) {}

    private final Path folder;
    private final Map<String, Read> read = new ConcurrentHashMap<>();

    public CurrencyFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public String currencyOf(String tenant) {
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
        try {
            Files.createDirectories(folder);
            Files.writeString(file(tenant), known(code) + "\n", StandardCharsets.US_ASCII);
            read.remove(tenant);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot write " + file(tenant), failure);
        }
    }

    private String load(String tenant) {
        try {
            return known(
                    Files.readString(file(tenant), StandardCharsets.US_ASCII).strip());
        } catch (NoSuchFileException unset) {
            return UNLESS_SET;
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read " + file(tenant), failure);
        }
    }

    private Path file(String tenant) {
        return folder.resolve(KeyFolder.requireFileName(tenant) + ".currency");
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
