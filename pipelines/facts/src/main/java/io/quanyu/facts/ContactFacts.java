package io.quanyu.facts;

import io.quanyu.domain.customer.Fragment;
import io.quanyu.domain.customer.Touch;
import io.quanyu.events.ContactChange;
import io.quanyu.events.ContactChanged;
import io.quanyu.events.Identifier;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/** A friend who was added by a live code was touched by it, at the time of the add. */
final class ContactFacts {

    private static final Set<ContactChange> ADDS =
            Set.of(ContactChange.ADDED, ContactChange.HALF_ADDED, ContactChange.READ_BACK);

    private ContactFacts() {}

    static Content of(ContactChanged contact) {
        String code = contact.getLiveCode();
        if (code == null || !ADDS.contains(contact.getChange())) {
            return Content.NOTHING;
        }
        Instant added = Objects.requireNonNullElse(contact.getAddedAt(), contact.getOccurredAt());
        return new Content.OfAccount(Fragment.of(Touch.ofCode(touchId(contact, added), added.toEpochMilli(), code)));
    }

    /** Shared by the event of an add and every later read-back of it: {@code add:<corp>:<staff>:<external userid>:<seconds>}. */
    private static String touchId(ContactChanged contact, Instant added) {
        Identifier customer = contact.getSubject();
        String staff = Objects.requireNonNullElse(contact.getStaff(), "");
        return "add:" + customer.getScope() + ":" + staff + ":" + customer.getValue() + ":" + added.getEpochSecond();
    }
}
