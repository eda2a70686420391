package io.quanyu.world.desk;

import io.quanyu.world.Chronicle;
import io.quanyu.world.Dice;
import io.quanyu.world.Merchant;
import io.quanyu.world.Moments;
import io.quanyu.world.Resident;
import java.util.List;

/** Writes the chat archive: decrypted messages between a customer and staff, one JSON object each. */
public final class ChatDesk {

    private static final String SOURCE = "wecom-chat";

    private static final List<String> QUESTIONS =
            List.of("请问什么时候发货", "有优惠吗", "这个礼盒可以开发票吗", "直播间的券还能用吗", "能便宜点吗", "月饼保质期多久", "我的电话变了，请记一下新号码", "谢谢");

    private static final List<String> ANSWERS = List.of("亲，今天就发", "会员日有券，我发给您", "可以开的", "您稍等，我查一下订单", "好的，已为您登记");

    private final Chronicle chronicle;

    ChatDesk(Chronicle chronicle) {
        this.chronicle = chronicle;
    }

    /** A talk of some minutes: the customer asks, staff answer, now and then one is taken back. */
    public void talk(Resident who, int talk, long at, Dice dice) {
        String prefix = String.format("CAQQ%06dT%02dM", who.number(), talk);
        if (talk == 0 && dice.chance(0.25)) {
            agree(who, prefix + "00_external", at - 5 * Moments.SECOND);
        }
        int turns = dice.between(1, 4);
        long time = at;
        for (int turn = 1; turn <= turns; turn++) {
            say(who, prefix + turn + "a_external", true, question(who, dice), time);
            time += dice.millis(20, 900) * Moments.SECOND;
            String answer = prefix + turn + "b_external";
            say(who, answer, false, dice.pick(ANSWERS), time);
            if (dice.chance(0.03)) {
                recall(who, prefix + turn + "c_external", answer, time + 30 * Moments.SECOND);
            }
            time += dice.millis(40, 400) * Moments.SECOND;
        }
    }

    private static String question(Resident who, Dice dice) {
        String words = dice.pick(QUESTIONS);
        return words.startsWith("我的电话") ? words + who.phone() : words;
    }

    private void say(Resident who, String id, boolean customer, String words, long at) {
        PayloadForm message = PayloadForm.of("wecom-message").with("/text/content", words);
        post(who, at, between(message, who, id, customer, at));
    }

    private void recall(Resident who, String id, String recalled, long at) {
        PayloadForm message = PayloadForm.of("wecom-recall").with("/revoke/pre_msgid", recalled);
        post(who, at, between(message, who, id, false, at));
    }

    private void agree(Resident who, String id, long at) {
        PayloadForm message = PayloadForm.of("wecom-agree")
                .with("/agree/userid", who.externalUserid())
                .with("/agree/agree_time", at);
        post(who, at, between(message, who, id, true, at));
    }

    private static PayloadForm between(PayloadForm message, Resident who, String id, boolean customer, long at) {
        String from = customer ? who.externalUserid() : who.staff();
        String to = customer ? who.staff() : who.externalUserid();
        return message.with("/msgid", id)
                .with("/from", from)
                .withList("/tolist", List.of(to))
                .with("/msgtime", at);
    }

    /** The archive is pulled every few minutes. */
    private void post(Resident who, long at, PayloadForm message) {
        long pulledAt = (at / (3 * Moments.MINUTE) + 1) * 3 * Moments.MINUTE;
        chronicle.post(SOURCE, Merchant.CORP, at, pulledAt - at, who.externalUserid(), message.text());
    }
}
