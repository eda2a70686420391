package io.quanyu.ingest.source.wecom;

import static io.quanyu.ingest.door.Payloads.event;
import static io.quanyu.ingest.door.Payloads.outcomes;
import static io.quanyu.ingest.door.Payloads.refusal;
import static io.quanyu.ingest.door.Payloads.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.events.ContactChange;
import io.quanyu.events.ContactChanged;
import io.quanyu.events.LiveCodeDefined;
import io.quanyu.events.MessageAction;
import io.quanyu.events.MessageSent;
import io.quanyu.ingest.Outcome;
import io.quanyu.ingest.Reason;
import io.quanyu.ingest.door.Payloads;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WecomTest {

    private static final String ADD = text("wecom-contact-02.xml");
    private static final String GROUP = text("wecom-contact-03.xml");
    private static final String GET = text("wecom-contact-04.json");
    private static final String CUSTOMER = "wmAAAAAAAAAAAAAAAAAAAAAAAAAAAA01";

    @ParameterizedTest
    @CsvSource({
        "add_external_contact, '', ADDED",
        "add_half_external_contact, '', HALF_ADDED",
        "edit_external_contact, '', EDITED",
        "del_external_contact, '', REMOVED_BY_STAFF",
        "del_external_contact, <Source>DELETE_BY_TRANSFER</Source>, TRANSFERRED",
        "del_follow_user, '', REMOVED_BY_CUSTOMER",
        "transfer_fail, <FailReason>customer_refused</FailReason>, TRANSFER_FAILED",
        "msg_audit_approved, '', CONSENTED"
    })
    void aChangeTypeBecomesAChange(String type, String more, ContactChange change) {
        String xml = ADD.replace("add_external_contact", type).replace("</xml>", more + "</xml>");

        assertThat(event(ContactChanged.class, "wecom-contact", xml).getChange())
                .isEqualTo(change);
    }

    @Test
    void anAddAndItsReadBackAreOneTouch() {
        ContactChanged added = event(ContactChanged.class, "wecom-contact", ADD);
        ContactChanged readBack = event(ContactChanged.class, "wecom-contact", GET);

        assertThat(readBack)
                .returns(added.getShop(), ContactChanged::getShop)
                .returns(added.getStaff(), ContactChanged::getStaff)
                .returns(added.getSubject(), ContactChanged::getSubject)
                .returns(added.getOccurredAt(), ContactChanged::getAddedAt)
                .returns(added.getLiveCode(), ContactChanged::getLiveCode);
    }

    @Test
    void bothFormsOfAMemberListGiveOneEventEach() {
        String old = GROUP.replaceAll(
                "(?s)<MemChangeList>.*</MemChangeList>",
                "<MemChangeList><![CDATA[wmFakeExternalUser0001,wmFakeExternalUser0002]]></MemChangeList>");

        assertThat(Payloads.json(outcomes("wecom-contact", old)))
                .isEqualTo(Payloads.json(outcomes("wecom-contact", GROUP)));
    }

    @Test
    void aStaffMemberOfAGroupIsNoCustomer() {
        assertThat(outcomes("wecom-contact", GROUP.replace("wmFakeExternalUser0002", "wolf")))
                .last()
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Reason.NOT_A_CUSTOMER_FACT));
    }

    @Test
    void twoStaffOfOneContactAreTwoReadBacks() {
        String second =
                GET.replace("\"follow_user\": [", "\"follow_user\": [{\"userid\":\"lisi\",\"createtime\":1788220000},");

        assertThat(outcomes("wecom-contact", second)).hasSize(2).allMatch(Outcome.Accepted.class::isInstance);
    }

    @Test
    void idsOfAProvidersAppHaveTheirOwnSpace() {
        String suite = ADD.replace("ToUserName", "AuthCorpId").replace("</xml>", "<SuiteId>suite1</SuiteId></xml>");

        assertThat(event(ContactChanged.class, "wecom-contact", suite)
                        .getSubject()
                        .getScope())
                .isEqualTo("ww0000000000000000:suite1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<xml><Event>change_external_tag</Event></xml>; NOT_A_CUSTOMER_FACT",
                "<xml><Event>change_external_chat</Event><ChangeType>dismiss</ChangeType></xml>; NOT_A_CUSTOMER_FACT",
                "<xml><Event>change_external_chat</Event><UpdateDetail>add_member</UpdateDetail></xml>; MISSING_FIELD",
                "<xml><Event>kf_msg_or_event</Event></xml>; NOTHING_TO_MAP",
                "<xml><Event>moon_landing</Event></xml>; UNKNOWN_KIND",
                "<xml><Event>change_external_contact</Event><ChangeType>moved</ChangeType></xml>; UNKNOWN_KIND",
                "<xml><Event>change_external_contact</Event><ChangeType>del_follow_user</ChangeType></xml>; MISSING_FIELD",
                "<xml><Event>; MALFORMED",
                "{\"errcode\":40003,\"errmsg\":\"invalid\"}; NOTHING_TO_MAP",
                "{\"external_contact\":{},\"follow_user\":[]}; NOTHING_TO_MAP"
            })
    void otherContactPayloadsAreRefusedAsWhatTheyAre(String body, Reason reason) {
        assertThat(refusal("wecom-contact", body).reason()).isEqualTo(reason);
    }

    @Test
    void anEntityOfAStrangerIsNeverRead() {
        String body = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><xml><Event>&e;</Event></xml>";

        assertThat(refusal("wecom-contact", body).reason()).isIn(Reason.MALFORMED, Reason.UNKNOWN_KIND);
    }

    @Test
    void aRemarkIsReadAsChannelCampaignPosterPlacement() {
        String body = text("wecom-contact-way-02.json").replace("秋季直播间A", "抖音直播间/秋季拉新/A/直播间挂件");

        assertThat(event(LiveCodeDefined.class, "wecom-contact-way", body))
                .returns("抖音直播间", LiveCodeDefined::getChannel)
                .returns("秋季拉新", LiveCodeDefined::getCampaign)
                .returns("A", LiveCodeDefined::getPoster)
                .returns("直播间挂件", LiveCodeDefined::getPlacement);
    }

    @Test
    void aCodeWithoutRemarkIsItsOwnChannel() {
        String body = text("wecom-contact-way-02.json").replace("秋季直播间A", "");

        assertThat(event(LiveCodeDefined.class, "wecom-contact-way", body).getChannel())
                .isEqualTo("ch_1001");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"errcode\":0,\"contact_way\":[{\"config_id\":\"x\"}]}; NOTHING_TO_MAP",
                "{\"errcode\":0,\"config_id\":\"x\"}; NOTHING_TO_MAP",
                "{\"errcode\":84061,\"errmsg\":\"x\"}; NOTHING_TO_MAP",
                "{\"contact_way\":{\"config_id\":\"x\"}}; MISSING_FIELD",
                "{\"moon\":1}; UNKNOWN_KIND"
            })
    void otherDefinitionsAreRefusedAsWhatTheyAre(String body, Reason reason) {
        assertThat(refusal("wecom-contact-way", body).reason()).isEqualTo(reason);
    }

    @Test
    void aCustomerWhoSpeaksInARoomIsTheSubject() {
        String message = message(CUSTOMER, "[\"zhangsan\",\"lisi\"]", "wrRoom", "text", "\"text\":{\"content\":\"早\"}");

        assertThat(event(MessageSent.class, "wecom-chat", message))
                .returns("external_userid", sent -> sent.getSubject().getType())
                .returns("wrRoom", MessageSent::getRoom)
                .returns(null, MessageSent::getStaff)
                .returns(true, MessageSent::getFromCustomer);
    }

    @Test
    void theTextOfAMessageIsMasked() {
        String words = "\"text\":{\"content\":\"我的电话是 138 0000 0000，身份证330106199001011234\"}";

        assertThat(event(MessageSent.class, "wecom-chat", message(CUSTOMER, "[\"zhangsan\"]", "", "text", words))
                        .getText())
                .isEqualTo("我的电话是 138****0000，身份证******************");
    }

    @Test
    void aDeclineOfArchivingIsRead() {
        String body = message(
                        "wmA",
                        "[\"zhangsan\"]",
                        "",
                        "disagree",
                        "\"disagree\":{\"userid\":\"wmA\",\"disagree_time\":1788228000000}")
                .replace("\"msgtime\":1788228100123", "\"msgtime\":0");

        assertThat(event(MessageSent.class, "wecom-chat", body))
                .returns(MessageAction.DECLINED, MessageSent::getAction)
                .returns(1788228000000L, sent -> sent.getOccurredAt().toEpochMilli());
    }

    /** Staff may be called whatever they like; the platform's ids of customers are long. */
    @ParameterizedTest
    @ValueSource(strings = {"wmj", "wolf", "woody_2", "wm", "WMJ"})
    void aStaffMemberIsNoCustomerForTheFirstLettersOfTheName(String staff) {
        assertThat(event(
                        MessageSent.class,
                        "wecom-chat",
                        message(staff, "[\"" + CUSTOMER + "\"]", "", "text", "\"text\":{\"content\":\"已为您发货\"}")))
                .returns(false, MessageSent::getFromCustomer)
                .returns(staff, MessageSent::getStaff)
                .returns(CUSTOMER, sent -> sent.getSubject().getValue());
        assertThat(refusal(
                        "wecom-chat",
                        message("lisi", "[\"" + staff + "\"]", "", "text", "\"text\":{\"content\":\"中午吃什么\"}")))
                .returns(Reason.NOT_A_CUSTOMER_FACT, Outcome.Refused::reason)
                .satisfies(refused -> assertThat(refused.guardedPayload()).doesNotContain("中午吃什么"));
    }

    @Test
    void nullIsAbsent() {
        String toCustomer = message("lisi", "[null,\"" + CUSTOMER + "\"]", "", "text", "\"text\":{\"content\":\"a\"}")
                .replace("\"roomid\":\"\"", "\"roomid\":null");
        String fromCustomer = message(
                        CUSTOMER, "[null,\"lisi\"]", "", "text", "\"agree\":null,\"disagree\":{\"userid\":null}")
                .replace("\"roomid\":\"\"", "\"roomid\":null");

        for (String message : List.of(toCustomer, fromCustomer)) {
            assertThat(event(MessageSent.class, "wecom-chat", message))
                    .returns("lisi", MessageSent::getStaff)
                    .returns(null, MessageSent::getRoom)
                    .returns(CUSTOMER, sent -> sent.getSubject().getValue());
        }
        assertThat(refusal("wecom-chat", toCustomer.replace("\"from\":\"lisi\"", "\"from\":null")))
                .returns(Reason.MISSING_FIELD, Outcome.Refused::reason)
                .satisfies(refused -> assertThat(refused.detail()).contains("from"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "zhangsan; [\"lisi\"]; NOT_A_CUSTOMER_FACT",
                "''; [\"lisi\"]; MISSING_FIELD",
            })
    void aTalkWithoutCustomerIsRefused(String from, String to, Reason reason) {
        assertThat(refusal("wecom-chat", message(from, to, "", "text", "\"text\":{}"))
                        .reason())
                .isEqualTo(reason);
    }

    private static String message(String from, String to, String room, String type, String content) {
        return "{\"msgid\":\"m1\",\"action\":\"send\",\"from\":\"" + from + "\",\"tolist\":" + to + ",\"roomid\":\""
                + room + "\",\"msgtime\":1788228100123,\"msgtype\":\"" + type + "\"," + content + "}";
    }
}
