package io.quanyu.serve.ask.personal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.contract.StoredTopics;
import io.quanyu.events.DeadLetter;
import io.quanyu.events.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

    @TempDir
    Path folder;

    @Test
    void eachKindIsTold() {
        assertThat(PersonalData.in("138 0000 1234")).containsExactly(PersonalData.PHONE);
        assertThat(PersonalData.in("11010519491231002X")).containsExactly(PersonalData.ID_CARD);
        assertThat(PersonalData.in("6222021234567890128")).containsExactly(PersonalData.BANK_CARD);
        assertThat(PersonalData.in("a@example.com")).containsExactly(PersonalData.MAIL);
        assertThat(PersonalData.in("沪A12345")).containsExactly(PersonalData.PLATE);
        assertThat(PersonalData.in("[\"ok\",\"138-0000-1234\"]")).containsExactly(PersonalData.PHONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "E20260901100001000000001",
                "6900000000000000001",
                "7412345678901234567",
                "4200000000202609010000000001",
                "1788228100123",
                "1788228072",
                "138****0000",
                "138****1234#0123456789abcdef",
                "6bb58f2b3cf1db47c7d1ce75aa5088ac13800001234165a5be39aff5ca948544",
                "550e8400-e29b-41d4-a716-446655440000",
                "o6_bmjrPTlm6_2sgVt7hMZOPfL2M",
                "wecom:read-back:ww0000000000000000:zhangsan:wmFakeExternalUser0001:1788228072:9a96b9ea",
                "1@#FakeDoudianOpenId0001==",
                "gh_fake00000001@app",
                "ch_1001@1788228100123@1-42",
                "[\"1380000\",\"1234\"]",
                "2026-09-01 10:00:00 | 2026-09-02 11:00:00",
                "iPhone 15 128G 共3件 188.00"
            })
    void whatIsNobodysIsLeftAlone(String text) {
        assertThat(PersonalData.in(text)).isEmpty();
    }

    @Test
    void anAuditSaysWhereAndWhatKindAndNeverWhich() throws IOException {
        var audit = new PersonalDataAudit();
        audit.look("dwd.order_changed.order_id", "13800001234");
        audit.look("dwd.order_changed.order_id", "E1");
        Path export = Files.writeString(folder.resolve("vip.csv"), "one_id,phone\n1,138-0000-1234\n2,138****0000\n");
        audit.look(export);

        assertThat(audit.foundNothing()).isFalse();
        assertThat(audit.texts()).isEqualTo(5);
        assertThat(audit.found())
                .isEqualTo(Map.of(
                        "dwd.order_changed.order_id", Map.of(PersonalData.PHONE, 1L),
                        "vip.csv", Map.of(PersonalData.PHONE, 1L)));
    }

    @Test
    void aRecordOfATopicIsReadAndBytesOfNoneAreLookedAt() {
        var letter = new DeadLetter(
                "acme", "youzan", "1", Instant.EPOCH, new Source("raw.youzan", 0, 1L), -1, "X", "13800001234", "{}");

        assertThat(PersonalData.in(TopicTexts.value("dead-letter", StoredTopics.DEAD_LETTER.encode(letter))))
                .containsExactly(PersonalData.PHONE);
        assertThat(PersonalData.in(TopicTexts.value(
                        "dead-letter", "\u0001\u001613800001234\u0002".getBytes(StandardCharsets.UTF_8))))
                .containsExactly(PersonalData.PHONE);
    }
}
