package io.quanyu.ingest.source.wecom;

import static io.quanyu.ingest.door.Payloads.event;
import static io.quanyu.ingest.door.Payloads.outcomes;
import static io.quanyu.ingest.door.Payloads.refusal;
import static io.quanyu.ingest.door.Payloads.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.events.ContactChange;
import io.quanyu.events.ContactChanged;
import io.quanyu.events.ContactTag;
import io.quanyu.events.Identifier;
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
    void tagsAndTheRemarkOfAReadBackAreKeptWithoutPhones() {
        ContactChanged contact = event(ContactChanged.class, "wecom-contact", GET.replace("张三-杭州", "老客 139 1234 5678"));

        assertThat(contact.getRemark()).isEqualTo("老客 139****5678");
        assertThat(contact.getTags()).containsExactly(new ContactTag("etFakeTag0001", "来源", "直播间"));
    }

    @Test
    void customersThatAreReadInBulkAreAReadBackEach() {
        String follow =
                "\"follow_info\":{\"userid\":\"zhangsan\",\"createtime\":1788228072,\"tag_id\":[\"et1\",\"et2\"],"
                        + "\"remark_mobiles\":[\"13800000000\"],\"add_way\":1,\"state\":\"ch_1001\"}}";
        String bulk =
                "{\"errcode\":0,\"external_contact_list\":[{\"external_contact\":{\"external_userid\":\"" + CUSTOMER
                        + "\",\"name\":\"李四\",\"unionid\":\"o1\"}," + follow
                        + ",{\"external_contact\":{\"external_userid\":\"wm2\"},"
                        + follow + "]}";

        assertThat(outcomes("wecom-contact", bulk))
                .hasSize(2)
                .first()
                .isInstanceOfSatisfying(Outcome.Accepted.class, accepted -> assertThat(
                                (ContactChanged) accepted.event())
                        .returns(ContactChange.READ_BACK, ContactChanged::getChange)
                        .returns("zhangsan", ContactChanged::getStaff)
                        .returns("ch_1001", ContactChanged::getLiveCode)
                        .returns(
                                List.of(new ContactTag("et1", null, null), new ContactTag("et2", null, null)),
                                ContactChanged::getTags)
                        .returns(
                                List.of("self", "unionid", "remark-phone"), contact -> contact.getIdentifiers().stream()
                                        .map(Identifier::getLink)
                                        .toList()));
    }

    @Test
    void aGroupThatIsReadSaysSinceWhenItsCustomersAreThere() {
        String group =
                "{\"errcode\":0,\"group_chat\":{\"chat_id\":\"wrRoom\",\"name\":\"老客群\",\"owner\":\"wmj\",\"member_list\":["
                        + "{\"userid\":\"wmj\",\"type\":1,\"join_time\":1788228000,\"join_scene\":1},"
                        + "{\"userid\":\"" + CUSTOMER
                        + "\",\"type\":2,\"unionid\":\"o1\",\"join_time\":1788228072,\"join_scene\":3,"
                        + "\"state\":\"ch_room\",\"name\":\"李四\",\"invitor\":{\"userid\":\"wmj\"}}]}}";
        List<Outcome> outcomes = outcomes("wecom-contact", group);

        assertThat(outcomes).hasSize(2);
        assertThat(((Outcome.Refused) outcomes.get(0)).reason()).isEqualTo(Reason.NOT_A_CUSTOMER_FACT);
        assertThat((ContactChanged) ((Outcome.Accepted) outcomes.get(1)).event())
                .returns(ContactChange.READ_BACK, ContactChanged::getChange)
                .returns("wrRoom", ContactChanged::getRoom)
                .returns(null, ContactChanged::getStaff)
                .returns("ch_room", ContactChanged::getLiveCode)
                .returns(1788228072L, contact -> contact.getAddedAt().getEpochSecond())
                .returns(CUSTOMER, contact -> contact.getSubject().getValue());
    }

    @Test
    void anAcquisitionLinkIsALiveCodeAndItsFirstWordsAFact() {
        String link =
                "{\"errcode\":0,\"link\":{\"link_id\":\"cawcde1\",\"link_name\":\"抖音/秋季\",\"url\":\"https://x.invalid\"},"
                        + "\"range\":{\"user_list\":[\"zhangsan\"],\"department_list\":[2]}}";
        String spoke = ADD.replace("change_external_contact", "customer_acquisition")
                .replace("add_external_contact", "customer_start_chat")
                .replace("<State><![CDATA[ch_1001]]></State>", "<LinkId>cawcde1</LinkId>");

        assertThat(event(LiveCodeDefined.class, "wecom-contact-way", link))
                .returns("cawcde1", LiveCodeDefined::getLiveCode)
                .returns("抖音", LiveCodeDefined::getChannel)
                .returns(List.of("zhangsan"), LiveCodeDefined::getStaff);
        assertThat(event(ContactChanged.class, "wecom-contact", spoke))
                .returns(ContactChange.CHAT_STARTED, ContactChanged::getChange)
                .returns("cawcde1", ContactChanged::getLiveCode)
                .returns("wmFakeExternalUser0001", contact -> contact.getSubject()
                        .getValue());
    }

    @ParameterizedTest
    @CsvSource({
        "friend_request, NOT_A_CUSTOMER_FACT",
        "balance_low, NOT_A_CUSTOMER_FACT",
        "delete_link, NOT_A_CUSTOMER_FACT",
        "del_follow_user, NOTHING_TO_MAP",
        "message_from_customer, NOTHING_TO_MAP"
    })
    void otherChangesOfAnAcquisitionLinkAreRefusedAsWhatTheyAre(String change, Reason reason) {
        String xml =
                ADD.replace("change_external_contact", "customer_acquisition").replace("add_external_contact", change);

        assertThat(refusal("wecom-contact", xml).reason()).isEqualTo(reason);
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
