package io.quanyu.serve.ask.identity;

import io.quanyu.events.Identifier;
import io.quanyu.ingest.GuardedPhone;
import io.quanyu.ingest.PhoneGuard;
import io.quanyu.ingest.privacy.MobileNumber;
import io.quanyu.ingest.privacy.TextGuard;
import java.util.Optional;

/**
 * An identifier as a person types it: {@code type|scope|value}, or a clear mainland mobile number, which becomes the phone of a
 * tenant as ingestion makes it. Not a record, so that no message ever shows the number.
 */
public final class IdentifierText {

    /** What a command says of its form. */
    public static final String FORM = "type|scope|value, or a clear mobile number, for example 13800000000";

    private static final int PARTS = 3;

    private final String text;

    private IdentifierText(String text) {
        this.text = text;
    }

    /**
     * The identifier that a text names.
     *
     * @throws IllegalArgumentException if it names none; the message shows no number
     */
    public static IdentifierText of(String text) {
        String stripped = text.strip();
        return stripped.indexOf('|') < 0 ? phone(stripped) : whole(stripped);
    }

    private static IdentifierText phone(String text) {
        if (MobileNumber.parse(text).isEmpty()) {
            throw new IllegalArgumentException(TextGuard.quote(text) + " names no identifier: write " + FORM
                    + ". A masked number, or one of a virtual operator, names nobody");
        }
        return new IdentifierText(text);
    }

    private static IdentifierText whole(String text) {
        String[] parts = text.split("\\|", PARTS);
        if (parts.length != PARTS || parts[0].isBlank() || parts[1].isBlank() || parts[2].isBlank()) {
            throw new IllegalArgumentException(TextGuard.quote(text)
                    + " lacks a part: write type|scope|value, for example unionid|wechat:tea|oU1");
        }
        if (MobileNumber.looksLikeOne(parts[2])) {
            throw new IllegalArgumentException("An identifier of type " + TextGuard.quote(parts[0])
                    + " never holds a clear number: write the number alone, and it is hashed as ingestion hashes it");
        }
        return new IdentifierText(text);
    }

    /** The identifier in a tenant, a number hashed with its key. */
    Identifier in(String tenant, PhoneGuard phones) {
        if (text.indexOf('|') >= 0) {
            String[] parts = text.split("\\|", PARTS);
            return new Identifier(parts[0], parts[1], parts[2], "self", null);
        }
        Optional<GuardedPhone> phone = phones.identify(tenant, text);
        return phone.map(guarded -> new Identifier("phone", tenant, guarded.hash(), "self", guarded.masked()))
                .orElseThrow(() -> new IllegalStateException("A number that was one before is none now"));
    }
}
