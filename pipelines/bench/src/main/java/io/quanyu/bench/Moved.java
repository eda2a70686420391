package io.quanyu.bench;

import org.jspecify.annotations.Nullable;

/**
 * What {@link RewriteMembers} says: an identifier has a person from now on.
 *
 * @param previousPerson null the first time
 * @param version rises with each that is said of a tenant
 */
public record Moved(String tenant, String identifier, String person, @Nullable String previousPerson, long version) {}
