package io.quanyu.domain.identity;

import static java.util.Map.entry;

import java.io.Serializable;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What identity may conclude from evidence. The reasons are in the platforms' fact sheets; the numbers are these:
 *
 * <ul>
 *   <li><b>A phone on more than {@value #PHONE_ACCOUNTS} accounts is shared</b> (a clerk, a locker, a reseller) and
 *       joins nobody. Only accounts tied by a rule that may join count: a loyal customer has many orders, and a phone
 *       that often receives parcels is not thereby the phone of many buyers.
 *   <li><b>A payment on more than {@value #PAYMENT_ACCOUNTS} accounts is shared</b>: one act of paying names its payer by
 *       an app's openid, a unionid and a shop's account; a fourth account is another's.
 *   <li><b>A visit on more than {@value #VISIT_ACCOUNTS} accounts is shared</b>: on one's own device one is logged in to
 *       about as many accounts as have one's phone; a kiosk or a clerk's tablet sees more.
 *   <li><b>An order or a visit that is certainly of two accounts of one kind is nobody's.</b> A ticket that was booked on the
 *       wrong card and corrected, a refund that a friend asked for, a tablet at a counter: two members of one shop, two buyers
 *       of one platform. They stay two persons. Accounts of different kinds name one buyer twice.
 *   <li><b>An account with more than {@value #ACCOUNT_PHONES} phones is nobody's</b> as far as phones say: the member that a
 *       till books its walk-in customers on.
 *   <li><b>What was ever on more than {@value #PUBLIC_ACCOUNTS} accounts is shared for good.</b> So far beyond any person
 *       it is a counter's phone or a default value. It does not become one person's because its evidence expires, and
 *       its accounts need not be counted any more.
 *   <li><b>Where more than {@value #COMPONENT_ACCOUNTS} accounts hang together, nothing is joined.</b> Busy resellers have
 *       dozens of accounts; a person of hundreds is a mistake that grows, and each new account would cost as much as all
 *       before it.
 *   <li><b>A phone's evidence lasts {@value #PHONE_DAYS} days since it was last seen</b>, because numbers are recycled.
 *   <li><b>One unionid per open-platform account, one external_userid per corp, one openid per app.</b> Each of the
 *       three names one WeChat account in its scope. Two of them in one person are two WeChat accounts, as a couple has
 *       that shares a phone; were only the unionids kept apart, such a couple would join until both unionids are known.
 *       Accounts of shops have no such limit: that one person has two of them is what a common phone shows.
 *   <li><b>A phone typed by staff ("remark-phone") joins, last of all.</b> It needs a second fact, and has one whenever
 *       it matters: it joins a contact to somebody only if another party named the same number. The platforms' phone
 *       index has no such second side, so it is only a {@link Trust#HINT}.
 *   <li><b>"payer" joins</b>: adapters give it only where nothing says that somebody else paid.
 *   <li><b>"self" between two identifiers joins</b>: one payload named whoever acts in two ways.
 *   <li><b>Whom a human calls one person is one</b>, whatever the limits say: two WeChat accounts may be one customer's. What
 *       evidence joins to either is judged as before. A block still holds, and a retraction of the rule {@value Evidence#OPERATOR_JOIN}
 *       takes it back.
 *   <li>A rule not named here never joins. A type that {@link IdentifierTypes} does not name is an account without limits.
 * </ul>
 *
 * @param rules by name
 * @param types by name
 * @param otherTypes for types without an entry
 * @param placeholders values that platforms write for "none", so that they name nobody, in lower case
 * @param componentAccounts most accounts that may hang together, at least one
 * @param publicAccounts with more accounts than this, ever, an identifier that has a cap is shared for good
 */
public record IdentityPolicy(
        Map<String, Rule> rules,
        Map<String, Type> types,
        Type otherTypes,
        Set<String> placeholders,
        int componentAccounts,
        int publicAccounts)
        implements Serializable {

    /** Most accounts that one person's phone may be on. */
    public static final int PHONE_ACCOUNTS = 5;

    /** Most phones that one person's account may have. */
    public static final int ACCOUNT_PHONES = 10;

    /** Most accounts that one person's payment may be on. */
    public static final int PAYMENT_ACCOUNTS = 3;

    /** Most accounts that one person's visit may be on. */
    public static final int VISIT_ACCOUNTS = 5;

    /** Most accounts that an identifier with a cap may ever have been on and become one person's again. */
    public static final int PUBLIC_ACCOUNTS = 1_000;

    /** Most accounts that may hang together. */
    public static final int COMPONENT_ACCOUNTS = 500;

    /** Days that a phone's evidence lasts since it was last seen. */
    public static final int PHONE_DAYS = 540;

    /** From this rank on, an identifier names a person only where there is no account and no order: it may go away. */
    static final int LAST_RESORT = 2;

    static final int UNLIMITED = Integer.MAX_VALUE;
    static final long FOREVER = Long.MAX_VALUE;

    private static final Rule UNKNOWN_RULE = new Rule(Trust.NEVER, FOREVER);

    /** How far evidence of a rule is trusted, and for how many milliseconds since it was last seen. */
    public record Rule(Trust trust, long lifetimeMillis) implements Serializable {}

    /**
     * What is true of identifiers of a type.
     *
     * @param account whether it names an account, so that it counts as a holder of a phone
     * @param anchorRank what names a person: accounts (0) and orders (1), whichever we knew first; others
     *     ({@value #LAST_RESORT} and above) only where there is neither
     * @param accountCap with more accounts than this it is shared and joins nobody; an account has no cap
     * @param perPerson most values of one scope that one person may have
     * @param perAccount with more of them than this, an account is not one person's, and none of them joins it
     * @param ofOneOfAKind whether it is certainly of one account of each type and scope at most, and of nobody where it is of two
     */
    public record Type(
            boolean account, int anchorRank, int accountCap, int perPerson, int perAccount, boolean ofOneOfAKind)
            implements Serializable {

        /** Of which an account may have any number, and which may be of any accounts. */
        public Type(boolean account, int anchorRank, int accountCap, int perPerson) {
            this(account, anchorRank, accountCap, perPerson, UNLIMITED, false);
        }

        public Type {
            if (account && accountCap != UNLIMITED) {
                throw new IllegalArgumentException(
                        "Accounts are counted and other identifiers are capped, but this type is an account with the cap "
                                + accountCap);
            }
        }

        /** Whether several people may share one, so that more than so many accounts make it nobody's. */
        public boolean capped() {
            return accountCap != UNLIMITED;
        }
    }

    public IdentityPolicy {
        rules = Map.copyOf(rules);
        types = Map.copyOf(types);
        placeholders = Set.copyOf(placeholders);
        if (componentAccounts < 1) {
            throw new IllegalArgumentException("Any account is a component, but at most " + componentAccounts
                    + " accounts may hang together (componentAccounts)");
        }
    }

    public static IdentityPolicy standard() {
        long phoneLife = Duration.ofDays(PHONE_DAYS).toMillis();
        var rules = Map.ofEntries(
                entry(Evidence.OPERATOR_JOIN, new Rule(Trust.DECIDED, FOREVER)),
                entry(Evidence.SELF, new Rule(Trust.CERTAIN, FOREVER)),
                entry("unionid", new Rule(Trust.CERTAIN, FOREVER)),
                entry("openid", new Rule(Trust.CERTAIN, FOREVER)),
                entry("member", new Rule(Trust.CERTAIN, FOREVER)),
                entry("order-of", new Rule(Trust.CERTAIN, FOREVER)),
                entry("payer", new Rule(Trust.STRONG, FOREVER)),
                entry("claim", new Rule(Trust.STRONG, FOREVER)),
                entry("buyer-phone", new Rule(Trust.PROBABLE, phoneLife)),
                entry("remark-phone", new Rule(Trust.DOUBTFUL, phoneLife)),
                entry("platform-index", new Rule(Trust.HINT, phoneLife)),
                entry(Links.RECEIVER_PHONE, new Rule(Trust.NEVER, phoneLife)),
                entry(Links.HOUSEHOLD, new Rule(Trust.NEVER, FOREVER)));
        var placeholders = Set.of("", "0", "-", "null", "none", "undefined");
        return new IdentityPolicy(
                rules,
                IdentifierTypes.inIdentity(),
                IdentifierTypes.ACCOUNT,
                placeholders,
                COMPONENT_ACCOUNTS,
                PUBLIC_ACCOUNTS);
    }

    /** Why evidence can join nobody, whatever else there is and whenever it is asked. A sighting is never held back. */
    public Optional<HeldBack> heldForItself(Evidence evidence) {
        if (evidence.isSighting()) {
            return Optional.empty();
        }
        if (!rules.containsKey(evidence.rule())) {
            String detail = "the policy has no rule \"" + evidence.rule() + "\"";
            return Optional.of(new HeldBack(evidence, HeldBack.Reason.UNKNOWN_RULE, detail));
        }
        if (trust(evidence) == Trust.NEVER) {
            String detail = "\"" + evidence.rule() + "\" never joins persons";
            return Optional.of(new HeldBack(evidence, HeldBack.Reason.NEVER_JOINS, detail));
        }
        if (!names(evidence.left()) || !names(evidence.right())) {
            Identifier end = names(evidence.left()) ? evidence.right() : evidence.left();
            String detail = "this " + end.type() + " has no scope, is masked or means none";
            return Optional.of(new HeldBack(evidence, HeldBack.Reason.NAMES_NOBODY, detail));
        }
        if (type(evidence.left()).capped() && type(evidence.right()).capped()) {
            String detail = "neither a " + evidence.left().type() + " nor a "
                    + evidence.right().type() + " says whose the other is";
            return Optional.of(new HeldBack(evidence, HeldBack.Reason.WITHOUT_ACCOUNT, detail));
        }
        return Optional.empty();
    }

    /** The end whose other ties decide, as {@link Sharing} says, whether this may join. Null if it has no such end. */
    public @Nullable Identifier hub(Evidence evidence) {
        boolean leftCapped = type(evidence.left()).capped();
        if (leftCapped == type(evidence.right()).capped()
                || heldForItself(evidence).isPresent()) {
            return null;
        }
        return leftCapped ? evidence.left() : evidence.right();
    }

    /** Whether it names anybody at all. A masked value stands for thousands, and one without a scope for anything. */
    private boolean names(Identifier identifier) {
        String value = identifier.value();
        return value.indexOf('*') < 0
                && !identifier.scope().isBlank()
                && !placeholders.contains(value.strip().toLowerCase(Locale.ROOT));
    }

    /** How far the evidence may be trusted; never, if its rule is unknown. */
    public Trust trust(Evidence evidence) {
        return rules.getOrDefault(evidence.rule(), UNKNOWN_RULE).trust();
    }

    /** The first instant at which the evidence no longer counts. */
    long expiresAtMillis(Evidence evidence) {
        long lifetime = rules.getOrDefault(evidence.rule(), UNKNOWN_RULE).lifetimeMillis();
        // Not addExact: an absurd time in a payload must not stop anybody.
        boolean never = lifetime == FOREVER || evidence.lastSeenMillis() > FOREVER - lifetime;
        return never ? FOREVER : evidence.lastSeenMillis() + lifetime;
    }

    boolean isExpired(Evidence evidence, long asOfMillis) {
        long expiresAt = expiresAtMillis(evidence);
        return expiresAt != FOREVER && expiresAt <= asOfMillis;
    }

    /** Whether the evidence ends by time alone. */
    public boolean expires(Evidence evidence) {
        return expiresAtMillis(evidence) != FOREVER;
    }

    int anchorRank(Identifier identifier) {
        return type(identifier).anchorRank();
    }

    /** What is true of identifiers of this one's type. */
    public Type type(Identifier identifier) {
        return type(identifier.type());
    }

    Type type(String name) {
        return types.getOrDefault(name, otherTypes);
    }
}
