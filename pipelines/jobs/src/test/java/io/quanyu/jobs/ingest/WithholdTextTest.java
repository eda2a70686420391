package io.quanyu.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.contract.EventKinds;
import io.quanyu.contract.UnreadableValue;
import io.quanyu.events.ContactChange;
import io.quanyu.events.ContactChanged;
import io.quanyu.events.Identifier;
import io.quanyu.events.MessageAction;
import io.quanyu.events.MessageSent;
import io.quanyu.jobs.kafka.Outgoing;
import io.quanyu.jobs.record.TextType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WithholdTextTest {

    private static final Identifier WANG = Identifier.newBuilder()
            .setType("external_userid")
            .setScope("corp1")
            .setValue("wmWANG")
            .setLink("self")
            .build();

    @Test
    void whatIsSaidAfterARefusalHasNoTextAndEverythingElseStays() throws Exception {
        try (var chats = harness()) {
            chats.open();
            chats.processElement(message(MessageAction.SENT, 9, "你好"), 0);
            chats.processElement(message(MessageAction.DECLINED, 10, null), 0);
            chats.processElement(message(MessageAction.SENT, 11, "糖尿病"), 0);

            List<MessageSent> sent = sent(chats);
            assertThat(sent).extracting(MessageSent::getText).containsExactly("你好", null, null);
            assertThat(sent).extracting(MessageSent::getMessageId).containsExactly("m9", "m10", "m11");
        }
    }

    @Test
    void remembersARefusalAfterARestartAndHearsOfConsentByContactsToo() throws Exception {
        OperatorSubtaskState state;
        try (var chats = harness()) {
            chats.open();
            chats.processElement(message(MessageAction.DECLINED, 10, null), 0);
            state = chats.snapshot(1, 1);
        }
        try (var chats = harness()) {
            chats.initializeState(state);
            chats.open();
            chats.processElement(message(MessageAction.SENT, 11, "withheld"), 0);
            chats.processElement(consented(20), 0);
            chats.processElement(message(MessageAction.SENT, 12, "withheld, too"), 0);
            chats.processElement(message(MessageAction.SENT, 21, "kept"), 0);

            assertThat(sent(chats)).extracting(MessageSent::getText).containsExactly(null, null, "kept");
            assertThat(chats.extractOutputValues()).hasSize(4);
        }
    }

    static KeyedOneInputStreamOperatorTestHarness<String, Outgoing, Outgoing> harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new WithholdText()), Outgoing::key, TextType.TEXT);
    }

    static Outgoing message(MessageAction action, long atMillis, @Nullable String text) {
        MessageSent message = MessageSent.newBuilder()
                .setEventId("e" + atMillis)
                .setOccurredAt(Instant.ofEpochMilli(atMillis))
                .setReceivedAt(Instant.ofEpochMilli(atMillis))
                .setTenant("tea")
                .setPlatform("wecom")
                .setShop("corp1")
                .setSubject(WANG)
                .setIdentifiers(List.of(WANG))
                .setMappingVersion("wecom-chat/1")
                .setMessageId("m" + atMillis)
                .setAction(action)
                .setFromCustomer(true)
                .setStaff("li")
                .setMessageType("text")
                .setText(text)
                .build();
        return Outgoing.event("message", "tea|wmWANG", message);
    }

    private static Outgoing consented(long atMillis) {
        ContactChanged contact = ContactChanged.newBuilder()
                .setEventId("c" + atMillis)
                .setOccurredAt(Instant.ofEpochMilli(atMillis))
                .setReceivedAt(Instant.ofEpochMilli(atMillis))
                .setTenant("tea")
                .setPlatform("wecom")
                .setShop("corp1")
                .setSubject(WANG)
                .setIdentifiers(List.of(WANG))
                .setMappingVersion("wecom-contact/1")
                .setChange(ContactChange.CONSENTED)
                .setStaff("li")
                .build();
        return Outgoing.event("contact", "tea|wmWANG", contact);
    }

    private static List<MessageSent> sent(KeyedOneInputStreamOperatorTestHarness<String, Outgoing, Outgoing> chats)
            throws UnreadableValue {
        List<MessageSent> sent = new ArrayList<>();
        for (Outgoing event : chats.extractOutputValues()) {
            if (event.topic().equals(EventKinds.MESSAGE.topic())) {
                sent.add((MessageSent) EventKinds.MESSAGE.decode(event.value()));
            }
        }
        return sent;
    }
}
