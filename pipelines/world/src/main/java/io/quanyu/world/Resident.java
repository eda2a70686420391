package io.quanyu.world;

/**
 * Somebody who lives in the world.
 *
 * @param number unique in the world
 * @param kind how they shop
 * @param phone the mobile number that is theirs
 * @param shopPhone what the Youzan shop knows as their phone: clear, masked, virtual, a cipher, or somebody else's
 * @param phoneIsOwn whether {@code shopPhone} is their own number in clear
 * @param readBack whether staff's contact list was read back after the friend add, which tells the unionid
 * @param remarked whether staff noted the phone in the contact's remark
 * @param youzan whether they shop in the Youzan shop; else in Douyin
 * @param member whether they are a member of the store with their phone
 */
public record Resident(
        int number,
        Kind kind,
        String phone,
        String shopPhone,
        boolean phoneIsOwn,
        boolean readBack,
        boolean remarked,
        boolean youzan,
        boolean member,
        String province) {

    /** How somebody shops. */
    enum Kind {
        /** Scans a code, perhaps makes friends, perhaps buys. */
        VISITOR,
        /** Orders from the live room. */
        FAN,
        /** Buys much and often, everywhere. */
        VIP,
        /** Buys often and sends back a lot. */
        RETURNER,
        /** Bought in spring and has not been heard of since. */
        SLEEPER
    }

    public String externalUserid() {
        return String.format("wmDemoExternalUser%06d", number);
    }

    public String unionid() {
        return String.format("oDemoUnionid%06d", number);
    }

    public String yzOpenId() {
        return String.format("DemoYzOpenId%06d", number);
    }

    public String doudianOpenId() {
        return String.format("1@#DemoDoudianOpenId%06d==", number);
    }

    public String memberCard() {
        return String.format("M%06d", number);
    }

    public String staff() {
        return Merchant.STAFF.get(number % Merchant.STAFF.size());
    }

    /** Which of their accounts some payload ties together: accounts of one circle can be known to be one person. */
    public String circleOfShop() {
        return phoneIsOwn ? "phone" : "youzan";
    }

    public String circleOfContact() {
        return remarked ? "phone" : "wecom";
    }

    /** The unionid of a scan is tied to the contact by the read-back alone. */
    public String circleOfWechat() {
        return readBack ? circleOfContact() : "wechat";
    }
}
