package io.quanyu.contract;

import io.quanyu.events.IdentityAssigned;

/**
 * The topic of who is who, for others to follow. All assignments of an identifier have one key
 * ({@link Identifiers#key(String, String)}), so that a reader meets them in the order of their versions.
 */
public final class IdentityAssignments {

    public static final String TOPIC = "identity.assignment";

    private static final AvroBytes BYTES = AvroBytes.of(IdentityAssigned.class);

    private IdentityAssignments() {}

    public static byte[] encode(IdentityAssigned assigned) {
        return BYTES.encode(assigned);
    }
}
