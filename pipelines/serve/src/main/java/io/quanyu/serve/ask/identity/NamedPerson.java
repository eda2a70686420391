package io.quanyu.serve.ask.identity;

import org.jspecify.annotations.Nullable;

/**
 * The person whom a text names.
 *
 * @param identifier one of the person's identifiers as {@code type|scope|value}: the one that was named, for a one_id the one
 *     that it derives from
 * @param retiredOneId the one_id that was named, if it is no longer in use and leads to this person; else null
 */
public record NamedPerson(String tenant, String oneId, String identifier, @Nullable String retiredOneId) {}
