package io.quanyu.jobs.identity;

/**
 * A fact about a tie of an identifier that several people may share.
 *
 * @param hub that identifier, as {@code type|scope|value}
 * @param fact seen or retracted evidence, of which the hub is one end
 */
public record ForHub(String tenant, String hub, Fact fact) {}
