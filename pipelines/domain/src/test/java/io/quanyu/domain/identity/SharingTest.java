package io.quanyu.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.domain.identity.HeldBack.Reason;
import io.quanyu.domain.identity.Sharing.Tie;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharingTest {

    private static final IdentityPolicy POLICY = IdentityPolicy.standard();
    private static final Identifier PHONE = new Identifier("phone", "t", "5f2c");
    private static final long LIFE = Duration.ofDays(IdentityPolicy.PHONE_DAYS).toMillis();

    @Test
    void sixAccountsHoldEachOtherBackUntilOneExpires() {
        List<Tie> ties = ties(6);
        Sharing shared = Sharing.of(PHONE, ties, POLICY, LIFE - 1);
        assertThat(shared.open()).isEmpty();
        assertThat(shared.heldBack().values()).extracting(HeldBack::reason).containsOnly(Reason.SHARED);
        assertThat(shared.forGood()).isFalse();
        assertThat(shared.nextChangeMillis()).isEqualTo(LIFE);

        Sharing fewer = Sharing.of(PHONE, ties, POLICY, shared.nextChangeMillis());
        assertThat(fewer.open()).hasSize(5);
        assertThat(fewer.heldBack().values()).extracting(HeldBack::reason).containsExactly(Reason.EXPIRED);
        assertThat(fewer.nextChangeMillis()).isEqualTo(LIFE + 1);
    }

    @Test
    void aRetractedTieIsNeitherOpenNorHeldBack() {
        List<Tie> ties = ties(6);
        Evidence wrong = ties.get(0).evidence();
        ties.set(0, new Tie(wrong, true));
        Sharing sharing = Sharing.of(PHONE, ties, POLICY, 0);
        assertThat(sharing.open()).hasSize(5).doesNotContainKey(wrong.key());
        assertThat(sharing.heldBack()).isEmpty();
    }

    @Test
    void whatWasOnAThousandAndOneAccountsIsSharedForGood() {
        List<Tie> ties = ties(IdentityPolicy.PUBLIC_ACCOUNTS);
        ties.replaceAll(tie -> new Tie(tie.evidence(), true));
        Tie last = new Tie(tie(5_000), false);
        ties.set(0, last);
        assertThat(Sharing.of(PHONE, ties, POLICY, 0).open())
                .containsOnlyKeys(last.evidence().key());

        ties.add(new Tie(tie(0), true));
        Sharing sharing = Sharing.of(PHONE, ties, POLICY, 0);
        assertThat(sharing.forGood()).isTrue();
        assertThat(sharing.heldBack()).containsOnlyKeys(last.evidence().key());
    }

    private static List<Tie> ties(int count) {
        List<Tie> ties = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ties.add(new Tie(tie(i), false));
        }
        return ties;
    }

    private static Evidence tie(int number) {
        return Evidence.seen(
                PHONE, new Identifier("yz_open_id", "youzan:1", "yz" + number), "buyer-phone", number, "e");
    }
}
