package io.quanyu.jobs.identity;

import io.quanyu.domain.identity.Identifier;
import it.unimi.dsi.fastutil.HashCommon;

/**
 * 64 bits that stand for an identifier where only its neighbourhood matters. Two identifiers with one fingerprint share a
 * member and a label, which is coarser than need be and changes no result.
 */
public final class Fingerprint {

    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Fingerprint() {}

    /** FNV-1a over the characters, stirred by the finalizer of MurmurHash3. In every savepoint: fixed. */
    static long of(Identifier identifier) {
        long hash = FNV_BASIS;
        hash = add(hash, identifier.type());
        hash = add(hash, identifier.scope());
        hash = add(hash, identifier.value());
        return HashCommon.murmurHash3(hash);
    }

    private static long add(long before, String text) {
        long hash = before;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return (hash ^ '|') * FNV_PRIME;
    }
}
