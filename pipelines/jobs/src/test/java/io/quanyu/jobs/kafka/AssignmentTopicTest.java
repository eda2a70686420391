package io.quanyu.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.events.IdentityAssigned;
import io.quanyu.jobs.identity.Assigned;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AssignmentTopicTest {

    private static final Instant TEN = Instant.parse("2026-09-01T02:00:00Z");

    @Test
    void anAssignmentIsKeyedByItsIdentifierAndReadableWithItsSchema() throws IOException {
        var moved = new Assigned(
                "tea", "phone|tea|9f86|d0", "p-new", "p-old", false, TEN.toEpochMilli(), 2, "phone|tea|9f86|d0@2");

        Outgoing outgoing = Outgoing.assignment(moved);

        assertThat(outgoing.topic()).isEqualTo("identity.assignment");
        assertThat(outgoing.key()).isEqualTo("tea|phone|tea|9f86|d0");
        assertThat(IdentityAssigned.getDecoder().decode(outgoing.value()))
                .isEqualTo(new IdentityAssigned(
                        "tea", "phone", "tea", "9f86|d0", "p-new", "p-old", TEN, 2L, "phone|tea|9f86|d0@2", false));
    }

    @Test
    void theFirstAssignmentHasNobodyBefore() throws IOException {
        var first = new Assigned("tea", "unionid|wechat:tea|oU", "p", null, true, TEN.toEpochMilli(), 1, "c");

        assertThat(IdentityAssigned.getDecoder()
                        .decode(Outgoing.assignment(first).value())
                        .getPreviousOneId())
                .isNull();
    }
}
