package io.quanyu.domain.identity;

import static io.quanyu.domain.identity.IdentityPolicy.LAST_RESORT;
import static io.quanyu.domain.identity.IdentityPolicy.UNLIMITED;

import io.quanyu.domain.identity.IdentifierType.Names;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The types of identifiers, each once. Identity, profiles and stories read it here: what one of them takes for an account is one
 * for all.
 *
 * <p>A type that is not here is an account without limits, of no platform that we know.
 */
public final class IdentifierTypes {

    /** An account as most are. */
    static final IdentityPolicy.Type ACCOUNT = new IdentityPolicy.Type(true, 0, UNLIMITED, UNLIMITED);

    /** Of a WeChat account each scope gives one name. */
    private static final IdentityPolicy.Type WECHAT_ACCOUNT = new IdentityPolicy.Type(true, 0, UNLIMITED, 1);

    private static final IdentityPolicy.Type ORDER =
            new IdentityPolicy.Type(false, 1, UNLIMITED, UNLIMITED, UNLIMITED, true);

    private static final IdentityPolicy.Type PHONE = new IdentityPolicy.Type(
            false, LAST_RESORT, IdentityPolicy.PHONE_ACCOUNTS, UNLIMITED, IdentityPolicy.ACCOUNT_PHONES, false);

    private static final IdentityPolicy.Type PAYMENT =
            new IdentityPolicy.Type(false, LAST_RESORT + 1, IdentityPolicy.PAYMENT_ACCOUNTS, UNLIMITED);

    private static final IdentityPolicy.Type VISIT =
            new IdentityPolicy.Type(false, LAST_RESORT + 1, IdentityPolicy.VISIT_ACCOUNTS, UNLIMITED, UNLIMITED, true);

    private static final Map<String, IdentifierType> BY_NAME = List.of(
                    account("external_userid", "wecom", WECHAT_ACCOUNT),
                    account("unionid", "wechat", WECHAT_ACCOUNT),
                    account("openid", "wechat", WECHAT_ACCOUNT),
                    account("yz_open_id", "youzan", ACCOUNT),
                    account("doudian_open_id", "douyin", ACCOUNT),
                    account("pos_member", "pos", ACCOUNT),
                    trace("phone", null, PHONE),
                    trace("order", null, ORDER),
                    trace("payment", null, PAYMENT),
                    trace("visit", "scan", VISIT),
                    thing("project"),
                    thing("live_code"),
                    thing("room"),
                    thing("operator"))
            .stream()
            .collect(Collectors.toUnmodifiableMap(IdentifierType::name, Function.identity()));

    private IdentifierTypes() {}

    /** What is true of identifiers of a type, for example "unionid". */
    public static IdentifierType of(String name) {
        IdentifierType known = BY_NAME.get(name);
        return known == null ? account(name, null, ACCOUNT) : known;
    }

    /** What is true of an identifier in the form {@code type|scope|value}. */
    public static IdentifierType ofText(String identifier) {
        int bar = identifier.indexOf('|');
        return of(bar < 0 ? identifier : identifier.substring(0, bar));
    }

    /** The platform that gives out identifiers of a type. */
    public static Optional<String> platformOf(String name) {
        return Optional.ofNullable(of(name).platform());
    }

    /** How the standard policy counts the types of persons. */
    static Map<String, IdentityPolicy.Type> inIdentity() {
        return BY_NAME.values().stream()
                .filter(type -> !type.isThing())
                .collect(Collectors.toUnmodifiableMap(IdentifierType::name, IdentifierType::inIdentity));
    }

    private static IdentifierType account(String name, @Nullable String platform, IdentityPolicy.Type inIdentity) {
        return new IdentifierType(name, Names.ACCOUNT, platform, inIdentity);
    }

    private static IdentifierType trace(String name, @Nullable String platform, IdentityPolicy.Type inIdentity) {
        return new IdentifierType(name, Names.TRACE, platform, inIdentity);
    }

    private static IdentifierType thing(String name) {
        return new IdentifierType(name, Names.THING, null, ACCOUNT);
    }
}
