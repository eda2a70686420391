package io.quanyu.bench;

/**
 * What platforms send about a person, in this order. Between two messages about one person there are those about others,
 * up to half of all persons: so late links join persons that both have accounts, and repeats concern what was seen long
 * ago.
 *
 * <p>The shares are assumptions; README.md says what a run is made of.
 */
enum Message {
    YOUZAN_ORDER(0, 100, (person, seen) -> youzanOrder(person, 1, 100, seen)),
    YOUZAN_ORDER_SHIPPED(0.001, 70, (person, seen) -> youzanOrder(person, 1, 100, seen)),
    DOUYIN_ORDER(0.005, 100, (person, seen) -> douyinOrder(person, 1, 100, seen)),
    DOUYIN_ORDER_SHIPPED(0.006, 70, (person, seen) -> douyinOrder(person, 1, 100, seen)),
    WECOM_FRIEND(0.02, 100, Message::friend),
    SECOND_YOUZAN_ORDER(0.05, 100, (person, seen) -> youzanOrder(person, 2, 60, seen)),
    SECOND_YOUZAN_ORDER_SHIPPED(0.051, 70, (person, seen) -> youzanOrder(person, 2, 60, seen)),
    TILL_TICKET(0.1, 100, Message::ticket),
    WECOM_FRIEND_READ_BACK(0.2, 60, Message::friend),
    WECOM_REMARK(0.3, 50, Message::remark),
    DOUYIN_ORDER_WITH_PHONE(0.4, 50, Message::douyinOrderWithPhone),
    THIRD_YOUZAN_ORDER(0.5, 100, (person, seen) -> youzanOrder(person, 3, 40, seen));

    private static final int WITH_PAYMENT = 50;
    private static final int AS_A_GIFT = 5;

    private final double delay;
    private final int percent;

    @SuppressWarnings("ImmutableEnumChecker") // The contents above hold nothing.
    private final Content content;

    private interface Content {
        void tell(MadePerson person, Telling seen);
    }

    Message(double delay, int percent, Content content) {
        this.delay = delay;
        this.percent = percent;
        this.content = content;
    }

    /** How many persons are met for the first time between the first message about a person and this one, of so many. */
    long delay(long persons) {
        return (long) (delay * persons);
    }

    /** Tells what the message says about the person; nothing if it is not sent. */
    void tell(MadePerson person, Telling seen) {
        if (person.gets(this, percent)) {
            content.tell(person, seen);
        }
    }

    private static void youzanOrder(MadePerson person, int order, int percent, Telling seen) {
        if (!person.isOnYouzan() || !person.places(order, percent)) {
            return;
        }
        seen.subject(person.youzan());
        if (person.typesPhone()) {
            seen.tied(person.phoneGiven(), "buyer-phone");
        }
        if (person.places(-order, WITH_PAYMENT)) {
            seen.tied(person.payment(order), "payer");
        }
        if (person.places(~(order << 2), AS_A_GIFT)) {
            seen.tied(person.phoneOfRelative(), UnionFind.NEVER_JOINS);
        }
        seen.tied(person.youzanOrder(order), "order-of");
    }

    private static void douyinOrder(MadePerson person, int order, int percent, Telling seen) {
        if (person.isOnDouyin() && person.places(order, percent)) {
            seen.subject(person.douyin());
            seen.tied(person.douyinOrder(order), "order-of");
        }
    }

    private static void douyinOrderWithPhone(MadePerson person, Telling seen) {
        if (person.isOnDouyin()) {
            seen.subject(person.douyin());
            seen.tied(person.phone(), "buyer-phone");
            seen.tied(person.douyinOrder(2), "order-of");
        }
    }

    private static void ticket(MadePerson person, Telling seen) {
        if (person.isAtTill()) {
            seen.subject(person.till());
            seen.tied(person.phone(), "buyer-phone");
            seen.tied(person.ticket(1), "order-of");
        }
    }

    private static void friend(MadePerson person, Telling seen) {
        if (person.isInWecom()) {
            seen.subject(person.wecom());
            seen.tied(person.unionid(), "unionid");
        }
    }

    private static void remark(MadePerson person, Telling seen) {
        if (person.isInWecom()) {
            friend(person, seen);
            seen.tied(person.phone(), "remark-phone");
        }
    }
}
