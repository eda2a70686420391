package io.quanyu.domain.identity;

import static java.util.Map.entry;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What identity may conclude from evidence. The reasons are in the platforms' fact sheets; the numbers are these:
 *
 * <ul>
 *   <li><b>A phone on more than {@value #PHONE_ACCOUNTS} accounts is shared</b> (a clerk, a locker, a reseller) and
 *       joins nobody. Only accounts tied by a rule that may join count: a loyal customer has many orders, and a phone
 *       that often receives parcels is not thereby the phone of many buyers.
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
 *   <li>A rule not named here never joins. A type not named here is an account without limits.
 * </ul>
 *
 * @param rules by name
 * @param types by name
 * @param otherTypes for types without an entry
 * @param blockedValues values that platforms write for "none", so that they name nobody, in lower case
 */
public record IdentityPolicy(
        Map<String, Rule> rules, Map<String, Type> types, Type otherTypes, Set<String> blockedValues) {

    /** Most accounts that one person's phone may be on. */
    public static final int PHONE_ACCOUNTS = 5;

    /** Days that a phone's evidence lasts since it was last seen. */
    public static final int PHONE_DAYS = 540;

    /** From this rank on, an identifier names a person only where there is no account and no order: it may go away. */
    static final int LAST_RESORT = 2;

    static final int UNLIMITED = Integer.MAX_VALUE;
    static final long FOREVER = Long.MAX_VALUE;

    private static final Rule UNKNOWN_RULE = new Rule(Trust.NEVER, FOREVER);

    /** How far evidence of a rule is trusted, and for how many milliseconds since it was last seen. */
    public record Rule(Trust trust, long lifetimeMillis) {}

    /**
     * What is true of identifiers of a type.
     *
     * @param account whether it names an account, so that it counts as a holder of a phone
     * @param anchorRank what names a person: accounts (0) and orders (1), whichever we knew first; others
     *     ({@value #LAST_RESORT} and above) only where there is neither
     * @param accountCap with more accounts than this it is shared and joins nobody
     * @param perPerson most values of one scope that one person may have
     */
    public record Type(boolean account, int anchorRank, int accountCap, int perPerson) {}

    public IdentityPolicy {
        rules = Map.copyOf(rules);
        types = Map.copyOf(types);
        blockedValues = Set.copyOf(blockedValues);
    }

    public static IdentityPolicy standard() {
        long phoneLife = Duration.ofDays(PHONE_DAYS).toMillis();
        var rules = Map.ofEntries(
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
                entry("receiver-phone", new Rule(Trust.NEVER, phoneLife)),
                entry("household", new Rule(Trust.NEVER, FOREVER)));
        var account = new Type(true, 0, UNLIMITED, UNLIMITED);
        var wechatAccount = new Type(true, 0, UNLIMITED, 1);
        var order = new Type(false, 1, UNLIMITED, UNLIMITED);
        var trace = new Type(false, LAST_RESORT + 1, UNLIMITED, UNLIMITED);
        var types = Map.of(
                "external_userid", wechatAccount,
                "unionid", wechatAccount,
                "openid", wechatAccount,
                "pos_member", account,
                "phone", new Type(false, LAST_RESORT, PHONE_ACCOUNTS, UNLIMITED),
                "order", order,
                "payment", trace,
                "visit", trace);
        return new IdentityPolicy(rules, types, account, Set.of("", "0", "-", "null", "none", "undefined"));
    }

    boolean knows(String rule) {
        return rules.containsKey(rule);
    }

    Trust trust(Evidence evidence) {
        return rules.getOrDefault(evidence.rule(), UNKNOWN_RULE).trust();
    }

    /** The first instant at which the evidence no longer counts. */
    long expiresAtMillis(Evidence evidence) {
        long lifetime = rules.getOrDefault(evidence.rule(), UNKNOWN_RULE).lifetimeMillis();
        // Not addExact: an absurd time in a payload must not stop anybody.
        boolean never = lifetime == FOREVER || evidence.lastSeenMillis() > FOREVER - lifetime;
        return never ? FOREVER : evidence.lastSeenMillis() + lifetime;
    }

    int anchorRank(Identifier identifier) {
        return type(identifier).anchorRank();
    }

    Type type(Identifier identifier) {
        return type(identifier.type());
    }

    Type type(String name) {
        return types.getOrDefault(name, otherTypes);
    }

    boolean blocks(Identifier identifier) {
        return blockedValues.contains(identifier.value().strip().toLowerCase(Locale.ROOT));
    }
}
