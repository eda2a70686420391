package io.quanyu.domain.identity;

import java.util.List;
import java.util.SortedMap;

/**
 * Who is who at an instant.
 *
 * @param oneIds the person of every identifier of the evidence; an identifier that joins nobody is a person by itself
 * @param joined evidence that ties two identifiers of one person, in the order of its keys
 * @param heldBack evidence that joined nobody, in the order of its keys
 * @param nextExpiryMillis the next instant at which time alone may change this, {@link Long#MAX_VALUE} if none
 */
public record Resolution(
        SortedMap<Identifier, String> oneIds, List<Evidence> joined, List<HeldBack> heldBack, long nextExpiryMillis) {}
