package io.quanyu.ingest;

/**
 * A phone after the guard.
 *
 * @param hash HMAC-SHA256 of the eleven digits with the tenant's key, as hex: the value of a phone identifier
 * @param masked what may be shown, for example "138****0000"
 */
public record GuardedPhone(String hash, String masked) {}
