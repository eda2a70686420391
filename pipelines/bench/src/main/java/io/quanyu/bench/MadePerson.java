package io.quanyu.bench;

import io.quanyu.domain.identity.Identifier;

/**
 * One person of the workload: which platforms she is on and what names her there. All of it follows from the seed and her
 * number. Shares are of persons, in percent.
 */
record MadePerson(long seed, long number, Sharing sharing) {

    private static final String YOUZAN = "youzan:10001";
    private static final String DOUYIN = "douyin:20002";
    private static final String TILL = "pos:30003";
    private static final String CORP = "corp:40004";
    private static final String TENANT = "bench";

    /** Whether some buyers give the phone of a clerk instead of their own. */
    enum Sharing {
        NO_PHONE_IS_SHARED,
        SOME_PHONES_ARE_SHARED
    }

    /** One clerk for so many persons. */
    private static final int CLERK_EVERY = 2_000;

    private static final int HUNDRED = 100;

    /** What is asked about a person: each answer is drawn for itself. */
    private enum Draw {
        YOUZAN,
        DOUYIN,
        TILL,
        WECOM,
        TYPES_PHONE,
        CLERK,
        ACCOUNT,
        PHONE,
        PHONE_OF_RELATIVE,
        UNIONID,
        ORDER,
        PAYMENT
    }

    boolean isOnYouzan() {
        return drawn(Draw.YOUZAN, 70) || !(isOnDouyin() || isAtTill() || isInWecom());
    }

    boolean isOnDouyin() {
        return drawn(Draw.DOUYIN, 40);
    }

    boolean isAtTill() {
        return drawn(Draw.TILL, 25);
    }

    boolean isInWecom() {
        return drawn(Draw.WECOM, 50);
    }

    boolean typesPhone() {
        return drawn(Draw.TYPES_PHONE, 60);
    }

    /** Whether a message is sent that is sent to {@code percent} of persons. */
    boolean gets(Message message, int percent) {
        return Math.floorMod(Digits.mix(seed + message.name().hashCode(), number), HUNDRED) < percent;
    }

    /** Whether she places an order of hers, by its number; {@code percent} of persons do. */
    boolean places(int order, int percent) {
        return Math.floorMod(Digits.mix(bits(Draw.ORDER), order), HUNDRED) < percent;
    }

    Identifier youzan() {
        return new Identifier("yz_open_id", YOUZAN, Digits.text("yz", bits(Draw.ACCOUNT), 25));
    }

    Identifier douyin() {
        return new Identifier("doudian_open_id", DOUYIN, Digits.text("1@", bits(Draw.ACCOUNT), 60));
    }

    Identifier till() {
        return new Identifier("pos_member", TILL, Digits.text("M", bits(Draw.ACCOUNT), 12));
    }

    Identifier wecom() {
        return new Identifier("external_userid", CORP, Digits.text("wm", bits(Draw.ACCOUNT), 32));
    }

    Identifier unionid() {
        return new Identifier("unionid", "wechat:" + TENANT, Digits.text("o", bits(Draw.UNIONID), 28));
    }

    /** Her own phone. */
    Identifier phone() {
        return phone(bits(Draw.PHONE));
    }

    /** The phone that she gives in the shop: her own, or a clerk's. */
    Identifier phoneGiven() {
        boolean clerks = sharing == Sharing.SOME_PHONES_ARE_SHARED && drawn(Draw.CLERK, 1);
        return clerks ? phone(Digits.mix(seed, ~(number / CLERK_EVERY))) : phone();
    }

    Identifier phoneOfRelative() {
        return phone(bits(Draw.PHONE_OF_RELATIVE));
    }

    /** An order of hers by its number, from 1; numbers are her own over all platforms. */
    Identifier youzanOrder(int order) {
        return order(YOUZAN, order);
    }

    Identifier douyinOrder(int order) {
        return order(DOUYIN, order);
    }

    Identifier ticket(int order) {
        return order(TILL, order);
    }

    Identifier payment(int order) {
        return new Identifier("payment", "wechat-pay", Digits.text("42000", bits(Draw.PAYMENT) + order, 28));
    }

    private Identifier order(String scope, int order) {
        return new Identifier("order", scope, Digits.text("E2026", bits(Draw.ORDER) + order, 24));
    }

    private static Identifier phone(long bits) {
        return new Identifier("phone", TENANT, Digits.text("", bits, 64));
    }

    private boolean drawn(Draw what, int percent) {
        return Math.floorMod(bits(what), HUNDRED) < percent;
    }

    private long bits(Draw what) {
        return Digits.mix(seed + what.name().hashCode(), number);
    }
}
