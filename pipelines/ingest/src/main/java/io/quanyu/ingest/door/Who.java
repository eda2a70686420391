package io.quanyu.ingest.door;

import io.quanyu.events.Identifier;
import io.quanyu.ingest.GuardedPhone;
import io.quanyu.ingest.PhoneGuard;
import io.quanyu.ingest.fields.FoundId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whom an event is about, after the guard: the subject, and every identifier with its tie to the subject. */
public record Who(Identifier subject, List<Identifier> identifiers) {

    public static final String SELF = "self";

    /** Somebody or something without further identifiers. */
    public static Who only(String type, String scope, String value) {
        Identifier subject = self(type, scope, value);
        return new Who(subject, List.of(subject));
    }

    public static Identifier order(String platform, String shop, String orderId, String link) {
        return new Identifier("order", platform + ":" + shop, orderId, link, null);
    }

    /** The identifiers of a payload, guarded. A phone that is masked, ciphered or virtual gives none. */
    public record Guarded(Optional<Identifier> account, List<Identifier> others) {

        public static Guarded of(Delivery delivery, String shop, List<FoundId> found, PhoneGuard phones) {
            Map<String, Identifier> others = new LinkedHashMap<>();
            Identifier account = null;
            for (FoundId id : found) {
                Identifier identifier = guard(delivery, shop, id, phones);
                if (identifier != null && account == null && id.account()) {
                    identifier.setLink(SELF);
                    account = identifier;
                } else if (identifier != null) {
                    others.putIfAbsent(identifier.getType() + "|" + identifier.getValue(), identifier);
                }
            }
            return new Guarded(Optional.ofNullable(account), List.copyOf(others.values()));
        }

        /** Subject is the account; without one, the given identifier stands for whoever it is. */
        public Who orElse(Identifier standIn) {
            Identifier subject = account.orElse(standIn);
            List<Identifier> all = new ArrayList<>(List.of(subject));
            all.addAll(others);
            return new Who(subject, all);
        }

        /** Subject is the account, tied to its order; without an account, the order itself. */
        public Who orOrder(String platform, String shop, String orderId) {
            Who who = orElse(order(platform, shop, orderId, SELF));
            if (account.isPresent()) {
                who.identifiers().add(order(platform, shop, orderId, "order-of"));
            }
            return who;
        }
    }

    private static Identifier self(String type, String scope, String value) {
        return new Identifier(type, scope, value, SELF, null);
    }

    private static @Nullable Identifier guard(Delivery delivery, String shop, FoundId id, PhoneGuard phones) {
        String scope = id.scope().replace("{tenant}", delivery.tenant()).replace("{shop}", shop);
        Optional<GuardedPhone> phone = phones.identify(delivery.tenant(), id.value());
        if (phone.isPresent()) {
            // Some shops use the phone as member number: it is hashed under any type.
            return new Identifier(
                    id.type(), scope, phone.get().hash(), id.link(), phone.get().masked());
        }
        return id.isPhone() ? null : new Identifier(id.type(), scope, id.value(), id.link(), null);
    }
}
