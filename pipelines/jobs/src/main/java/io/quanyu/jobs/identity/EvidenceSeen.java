package io.quanyu.jobs.identity;

import io.quanyu.domain.identity.Evidence;
import java.util.List;

/**
 * What one event says about who is who.
 *
 * @param eventId id of the event; with {@code receivedAtMillis} it orders the facts of a tenant
 * @param receivedAtMillis when the event reached us, epoch milliseconds
 */
public record EvidenceSeen(String tenant, String eventId, long receivedAtMillis, List<Evidence> evidence) {}
