package io.quanyu.world.desk;

import io.quanyu.world.Chronicle;
import io.quanyu.world.Dice;
import io.quanyu.world.LiveCode;
import io.quanyu.world.Merchant;
import io.quanyu.world.Moments;
import io.quanyu.world.Resident;
import io.quanyu.world.World;
import java.util.List;

/** Writes what WeCom tells of contacts: callback XML after decryption, and the read-back of a contact. */
public final class WecomDesk {

    private static final String SOURCE = "wecom-contact";

    private final Chronicle chronicle;

    WecomDesk(Chronicle chronicle) {
        this.chronicle = chronicle;
    }

    /** Somebody becomes a friend by a live code; a minute later the contact is read back, if it is at all. */
    public void added(Resident who, LiveCode code, long at, Dice dice) {
        if (dice.chance(0.06)) {
            event(who, at - 40 * Moments.SECOND, "add_half_external_contact", adding(code, who));
        }
        event(who, at, "add_external_contact", adding(code, who));
        chronicle.seen(who, who.circleOfContact(), "external_userid|" + Merchant.CORP + "|" + who.externalUserid());
        chronicle.ledger().touched(who, who.circleOfContact(), at, code.channel());
        if (who.readBack()) {
            post(
                    who,
                    at,
                    dice.millis(60, 240) * Moments.SECOND,
                    contact(who, code, at).text());
            chronicle.seen(who, who.circleOfContact(), unionid(who));
        }
    }

    public void edited(Resident who, long at) {
        event(who, at, "edit_external_contact", "");
    }

    /** The customer deletes the staff member: true churn. */
    public void removedByCustomer(Resident who, long at) {
        event(who, at, "del_follow_user", "");
    }

    void removedByStaff(Resident who, long at) {
        event(who, at, "del_external_contact", "\n  <Source><![CDATA[DELETE_BY_TRANSFER]]></Source>");
    }

    public void joinedGroup(List<Resident> members, String chat, int version, long at) {
        StringBuilder items = new StringBuilder();
        members.forEach(member -> items.append("\n    <Item><![CDATA[" + member.externalUserid() + "]]></Item>"));
        String text =
                """
                <xml>
                  <ToUserName><![CDATA[%s]]></ToUserName>
                  <FromUserName><![CDATA[sys]]></FromUserName>
                  <CreateTime>%d</CreateTime>
                  <MsgType><![CDATA[event]]></MsgType>
                  <Event><![CDATA[change_external_chat]]></Event>
                  <ChatId><![CDATA[%s]]></ChatId>
                  <ChangeType><![CDATA[update]]></ChangeType>
                  <UpdateDetail><![CDATA[add_member]]></UpdateDetail>
                  <JoinScene>3</JoinScene>
                  <QuitScene>0</QuitScene>
                  <MemChangeCnt>%d</MemChangeCnt>
                  <MemChangeList>%s
                  </MemChangeList>
                  <LastMemVer><![CDATA[memVer%06d]]></LastMemVer>
                  <CurMemVer><![CDATA[memVer%06d]]></CurMemVer>
                </xml>
                """
                        .formatted(
                                Merchant.CORP, Moments.seconds(at), chat, members.size(), items, version, version + 1);
        chronicle.post(SOURCE, Merchant.CORP, at, 2 * Moments.SECOND, chat, text);
    }

    /** The event of a contact; {@code more} are the elements that this change has beyond the common ones. */
    private void event(Resident who, long at, String change, String more) {
        post(who, at, 2 * Moments.SECOND, eventText(who.staff(), who.externalUserid(), at, change, more));
    }

    static String eventText(String staff, String externalUserid, long at, String change, String more) {
        return """
                <xml>
                  <ToUserName><![CDATA[%s]]></ToUserName>
                  <FromUserName><![CDATA[sys]]></FromUserName>
                  <CreateTime>%d</CreateTime>
                  <MsgType><![CDATA[event]]></MsgType>
                  <Event><![CDATA[change_external_contact]]></Event>
                  <ChangeType><![CDATA[%s]]></ChangeType>
                  <UserID><![CDATA[%s]]></UserID>
                  <ExternalUserID><![CDATA[%s]]></ExternalUserID>%s
                </xml>
                """
                .formatted(Merchant.CORP, Moments.seconds(at), change, staff, externalUserid, more);
    }

    private static String adding(LiveCode code, Resident who) {
        return "\n  <State><![CDATA[%s]]></State>\n  <WelcomeCode><![CDATA[welcome%06d]]></WelcomeCode>"
                .formatted(code.state(), who.number());
    }

    private static PayloadForm contact(Resident who, LiveCode code, long at) {
        return PayloadForm.of("wecom-contact-get")
                .with("/external_contact/external_userid", who.externalUserid())
                .with("/external_contact/unionid", who.unionid())
                .with("/external_contact/name", "客户" + who.number())
                .with("/follow_user/0/userid", who.staff())
                .with("/follow_user/0/oper_userid", who.staff())
                .with("/follow_user/0/remark", "客户" + who.number() + "-" + who.province())
                .with("/follow_user/0/createtime", Moments.seconds(at))
                .with("/follow_user/0/state", code.state())
                .with("/follow_user/0/tags/0/tag_name", code.channel())
                .withList("/follow_user/0/remark_mobiles", who.remarked() ? List.of(who.phone()) : List.of());
    }

    private void post(Resident who, long at, long delay, String text) {
        chronicle.post(SOURCE, Merchant.CORP, at, delay, who.externalUserid(), text);
    }

    static String unionid(Resident who) {
        return "unionid|wechat:" + World.TENANT + "|" + who.unionid();
    }
}
