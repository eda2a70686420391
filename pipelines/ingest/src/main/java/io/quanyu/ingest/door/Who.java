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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom an event is about, after the guard: the subject, and every identifier with its tie to the subject.
 *
 * @param dropped which identifiers of the payload are none, in words, without their values
 */
public record Who(Identifier subject, List<Identifier> identifiers, List<String> dropped) {

    public static final String SELF = "self";

    private static final String SHARED = " that many share, and so is nobody";
    private static final String UNUSABLE = " that is no clear mobile number";

    /** Somebody or something without further identifiers. */
    public static Who only(String type, String scope, String value) {
        Identifier subject = self(type, scope, value);
        return new Who(subject, List.of(subject), List.of());
    }

    public static Identifier order(String platform, String shop, String orderId, String link) {
        return new Identifier("order", platform + ":" + shop, orderId, link, null);
    }

    /** The identifiers of a payload, guarded. A phone that is masked, ciphered or virtual gives none. */
    public record Guarded(Optional<Identifier> account, List<Identifier> others, List<String> dropped) {

        public Guarded(Optional<Identifier> account, List<Identifier> others) {
            this(account, others, List.of());
        }

        public static Guarded of(Delivery delivery, String shop, List<FoundId> found, PhoneGuard phones) {
            return of(delivery, shop, found, phones, Set.of());
        }

        /**
         * The same, of a merchant who knows more placeholders.
         *
         * @param nobody member numbers that many people share
         */
        public static Guarded of(
                Delivery delivery, String shop, List<FoundId> found, PhoneGuard phones, Set<String> nobody) {
            Map<String, Identifier> others = new LinkedHashMap<>();
            List<String> dropped = new ArrayList<>();
            Identifier account = null;
            for (FoundId id : found) {
                boolean shared = Placeholders.stands(id) || nobody.contains(id.value());
                Identifier identifier = shared ? null : guard(delivery, shop, id, phones);
                if (identifier == null) {
                    dropped.add(id.type() + (shared ? SHARED : UNUSABLE));
                } else if (account == null && id.account()) {
                    identifier.setLink(SELF);
                    account = identifier;
                } else {
                    others.putIfAbsent(identifier.getType() + "|" + identifier.getValue(), identifier);
                }
            }
            return new Guarded(Optional.ofNullable(account), List.copyOf(others.values()), List.copyOf(dropped));
        }

        /** Subject is the account; without one, the given identifier stands for whoever it is. */
        public Who orElse(Identifier standIn) {
            Identifier subject = account.orElse(standIn);
            List<Identifier> all = new ArrayList<>(List.of(subject));
            all.addAll(others);
            return new Who(subject, all, dropped);
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
