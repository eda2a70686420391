package io.quanyu.ingest;

import io.quanyu.ingest.privacy.MobileNumber;
import java.util.Optional;

/** The door for phones: a clear mobile number becomes a keyed hash and a masked text, anything else is no identifier. */
public final class PhoneGuard {

    private final TenantKeys keys;

    private PhoneGuard(TenantKeys keys) {
        this.keys = keys;
    }

    public static PhoneGuard withKeys(TenantKeys keys) {
        return new PhoneGuard(keys);
    }

    /** The phone, if the text is a clear mobile number of a person: not masked, not a cipher, not a virtual number. */
    public Optional<GuardedPhone> identify(String tenant, String text) {
        return MobileNumber.parse(text)
                .map(number -> new GuardedPhone(number.hash(keys.keyOf(tenant)), number.masked()));
    }
}
