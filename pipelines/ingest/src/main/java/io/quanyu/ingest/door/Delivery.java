package io.quanyu.ingest.door;

import io.quanyu.contract.RawHeaders;
import io.quanyu.ingest.RawPayload;
import io.quanyu.ingest.Reason;
import io.quanyu.ingest.privacy.TextGuard;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A payload whose headers are checked: whose it is, and when it came. */
public record Delivery(RawPayload raw, String tenant, Optional<String> headerShop, Instant receivedAt) {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-][\\p{L}\\p{N}_.@:-]{0,99}");

    static Delivery of(RawPayload raw) {
        String tenant = raw.header(RawHeaders.TENANT)
                .orElseThrow(() -> new Refusal(
                        Reason.NO_TENANT, "Header \"tenant\" is missing: the collector must say whose payload it is"));
        checkName(RawHeaders.TENANT, tenant);
        Optional<String> shop = raw.header(RawHeaders.SHOP);
        shop.ifPresent(name -> checkName(RawHeaders.SHOP, name));
        return new Delivery(raw, tenant, shop, receivedAt(raw));
    }

    /** The shop that the payload names, else that of the header. */
    public String shop(@Nullable String named) {
        if (named != null) {
            checkName("shop of the payload", named);
            return named;
        }
        return headerShop.orElseThrow(() -> new Refusal(
                Reason.BAD_HEADER,
                "The payload names no shop, and neither does its header \"shop\": feed it with --shop, for one shop under"
                        + " two names splits its customers in two"));
    }

    /** Where the payload's file stands among those that were fed; empty for a payload that came in no file. */
    public OptionalLong fileOrder() {
        String order = raw.header(RawHeaders.FILE_ORDER).orElse(null);
        if (order == null) {
            return OptionalLong.empty();
        }
        if (!order.matches("\\d{1,13}")) {
            throw new Refusal(
                    Reason.BAD_HEADER,
                    "Header \"file_order\" must be a number of at most 13 digits, but is " + TextGuard.quote(order));
        }
        return OptionalLong.of(Long.parseLong(order));
    }

    public byte[] body() {
        return raw.body();
    }

    private static Instant receivedAt(RawPayload raw) {
        String text = raw.header(RawHeaders.RECEIVED_AT).orElse("");
        try {
            Instant time = Instant.ofEpochMilli(Long.parseLong(text));
            if (time.isAfter(Instant.EPOCH) && time.isBefore(Instant.parse("2100-01-01T00:00:00Z"))) {
                return time;
            }
        } catch (NumberFormatException | DateTimeException notATime) {
            // The refusal below says it for both.
        }
        throw new Refusal(
                Reason.BAD_HEADER,
                "Header \"received_at\" must be the epoch milliseconds of the arrival, but is "
                        + TextGuard.quote(text));
    }

    /** Names become parts of ids and file names, so they cannot hold separators. */
    private static void checkName(String what, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new Refusal(
                    Reason.BAD_HEADER,
                    "The " + what + " must be 1 to 100 letters, digits or _ - . : @, but is " + TextGuard.quote(name));
        }
    }
}
