package io.quanyu.world.desk;

import io.quanyu.world.Arrival;
import io.quanyu.world.Merchant;
import io.quanyu.world.Moments;
import io.quanyu.world.World;

/**
 * A payload that must be refused.
 *
 * @param reason the name of the reason that the refusal must give
 */
public record Broken(String reason, Arrival arrival) {

    /** The kinds of broken payloads in turn. */
    public static Broken of(int number, long at) {
        return switch (number % 10) {
            case 0 -> youzan("MALFORMED", number, at, cut(order(number, at)));
            case 1 -> douyin(
                    "MALFORMED", number, at, cut(PayloadForm.of("douyin-order").text()));
            case 2 -> youzan("UNKNOWN_KIND", number, at, unknownType(number, at));
            case 3 -> youzan("CONTRADICTORY", number, at, order(number, at).replace("\"188.00\"", "\"18.80\""));
            case 4 -> wecom("ENCRYPTED", number, at, wireForm());
            case 5 -> chat(
                    "ENCRYPTED", number, at, PayloadForm.of("wecom-pulled").text());
            case 6 -> chat("NOT_A_CUSTOMER_FACT", number, at, staffSwitch(number, at));
            case 7 -> wecom(
                    "MISSING_FIELD", number, at, WecomDesk.eventText("zhangsan", "", at, "del_follow_user", ""));
            case 8 -> report("NOTHING_TO_MAP", number, at);
            default -> youzan("BAD_VALUE", number, at, order(number, at).replace("\"188.00\"", "\"一百八十八\""));
        };
    }

    private static Broken youzan(String reason, int number, long at, String text) {
        return sent(reason, YouzanDesk.SOURCE, YouzanDesk.SHOP, number, at, text);
    }

    private static Broken douyin(String reason, int number, long at, String text) {
        return sent(reason, DouyinDesk.SOURCE, DouyinDesk.SHOP, number, at, text);
    }

    private static Broken wecom(String reason, int number, long at, String text) {
        return sent(reason, "wecom-contact", Merchant.CORP, number, at, text);
    }

    private static Broken chat(String reason, int number, long at, String text) {
        return sent(reason, "wecom-chat", Merchant.CORP, number, at, text);
    }

    private static Broken report(String reason, int number, long at) {
        String text = PayloadForm.of("oceanengine-report")
                .with("/code", 40100)
                .with("/message", "too many requests")
                .text();
        return sent(reason, SpendDesk.SOURCE, Merchant.ADVERTISER, number, at, text);
    }

    private static Broken sent(String reason, String source, String shop, int number, long at, String text) {
        return new Broken(reason, new Arrival(source, World.TENANT, shop, null, null, at, "broken-" + number, text));
    }

    private static String order(int number, long at) {
        return PayloadForm.of("youzan-order")
                .with("/data/full_order_info/order_info/tid", "E" + Moments.digits(at) + "9" + number)
                .text();
    }

    private static String unknownType(int number, long at) {
        return YouzanDesk.envelope("I" + number, at, "item_ItemUpdate", "ITEM_UPDATE", "{\"item_id\":" + number + "}")
                .text();
    }

    private static String staffSwitch(int number, long at) {
        return PayloadForm.of("wecom-switch")
                .with("/msgid", "CAQQswitch" + number)
                .with("/time", at)
                .text();
    }

    private static String wireForm() {
        return """
                <xml>
                  <ToUserName><![CDATA[%s]]></ToUserName>
                  <AgentID><![CDATA[1000002]]></AgentID>
                  <Encrypt><![CDATA[RmFrZUNpcGhlclRleHQ=]]></Encrypt>
                </xml>
                """
                .formatted(Merchant.CORP);
    }

    private static String cut(String text) {
        return text.substring(0, text.length() * 2 / 3);
    }
}
