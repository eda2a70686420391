package io.quanyu.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChainTest {

    private static final Identifier CONTACT = new Identifier("external_userid", "corp", "wmLI");
    private static final Identifier UNIONID = new Identifier("unionid", "wechat:t", "oLI");
    private static final Identifier YOUZAN = new Identifier("yz_open_id", "youzan:1", "yzLI");
    private static final Identifier PHONE = new Identifier("phone", "t", "5f2c");
    private static final Identifier ORDER = new Identifier("order", "youzan:1", "E1");

    private static final Evidence CONTACT_PHONE = link(CONTACT, PHONE, "remark-phone");
    private static final Evidence BUYER_PHONE = link(YOUZAN, PHONE, "buyer-phone");
    private static final Evidence BOUGHT = link(YOUZAN, ORDER, "order-of");

    @Test
    void theLinksComeInTheOrderOfTheWay() {
        List<Evidence> joined = List.of(BOUGHT, CONTACT_PHONE, BUYER_PHONE);
        assertThat(between(joined, CONTACT, ORDER)).contains(List.of(CONTACT_PHONE, BUYER_PHONE, BOUGHT));
        assertThat(between(joined, ORDER, CONTACT)).contains(List.of(BOUGHT, BUYER_PHONE, CONTACT_PHONE));
    }

    @Test
    void fewerLinksCountMoreThanTrust() {
        Evidence hint = link(CONTACT, YOUZAN, "platform-index");
        List<Evidence> joined =
                List.of(link(CONTACT, UNIONID, "unionid"), link(UNIONID, YOUZAN, "unionid"), hint, BUYER_PHONE);
        assertThat(between(joined, CONTACT, YOUZAN)).contains(List.of(hint));
    }

    @Test
    void ofEquallyShortOnesTheMostTrustedIsGiven() {
        Evidence unionid = link(CONTACT, UNIONID, "unionid");
        Evidence shopUnionid = link(UNIONID, YOUZAN, "unionid");
        List<Evidence> joined =
                List.of(CONTACT_PHONE, BUYER_PHONE, unionid, link(CONTACT, UNIONID, "claim"), shopUnionid);
        assertThat(between(joined, CONTACT, YOUZAN)).contains(List.of(unionid, shopUnionid));
    }

    @Test
    void ofEqualOnesTheSmallerKeysAreGivenInWhicheverOrderTheyCome() {
        Evidence openid = link(CONTACT, UNIONID, "openid");
        List<Evidence> joined = new ArrayList<>(List.of(link(CONTACT, UNIONID, "unionid"), openid));
        assertThat(between(joined, CONTACT, UNIONID)).contains(List.of(openid));
        Collections.reverse(joined);
        assertThat(between(joined, CONTACT, UNIONID)).contains(List.of(openid));
    }

    @Test
    void betweenStrangersThereIsNone() {
        assertThat(between(List.of(CONTACT_PHONE, BOUGHT), CONTACT, ORDER)).isEmpty();
        assertThat(between(List.of(), CONTACT, CONTACT)).contains(List.of());
    }

    private static Optional<List<Evidence>> between(List<Evidence> joined, Identifier from, Identifier to) {
        return Chain.between(joined, from, to, IdentityPolicy.standard());
    }

    private static Evidence link(Identifier one, Identifier other, String rule) {
        return Evidence.seen(one, other, rule, 1, "e1");
    }
}
