package io.quanyu.serve.ask.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Identifier;
import io.quanyu.domain.identity.IdentityFacts;
import io.quanyu.domain.identity.IdentityPolicy;
import io.quanyu.domain.identity.Resolution;
import io.quanyu.domain.identity.Resolve;
import io.quanyu.serve.ask.audit.IdentityComparison.Difference;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class IdentityComparisonTest {

    private static final Identifier SHOP = new Identifier("yz_open_id", "youzan:1", "li");
    private static final Identifier PHONE = new Identifier("phone", "tea", "hash");
    private static final Identifier PARCEL = new Identifier("phone", "tea", "parcel");
    private static final Evidence BOUGHT = Evidence.seen(SHOP, PHONE, "buyer-phone", 1, "order-1");
    private static final Evidence SENT = Evidence.seen(SHOP, PARCEL, "receiver-phone", 1, "order-1");
    private static final Resolution DUE =
            Resolve.resolve(IdentityFacts.of(List.of(BOUGHT, SENT)), IdentityPolicy.standard(), 2);
    private static final SortedMap<String, String> HELD_BACK = new TreeMap<>(Map.of(SENT.key(), "NEVER_JOINS"));

    @Test
    void whatTheFactsComeToHasNoDifference() {
        assertThat(IdentityComparison.of(DUE.oneIds(), HELD_BACK, DUE))
                .isEqualTo(new IdentityComparison(3, 2, 1, List.of()));
    }

    @Test
    void everyIdentifierThatIsElsewhereMissingOrTooMuchIsNamed() {
        var stranger = new Identifier("yz_open_id", "youzan:1", "wang");
        SortedMap<Identifier, String> live = new TreeMap<>(DUE.oneIds());
        live.put(SHOP, "pelsewhere");
        live.remove(PARCEL);
        live.put(stranger, "pwang");

        assertThat(IdentityComparison.of(live, HELD_BACK, DUE).differences())
                .containsExactlyInAnyOrder(
                        new Difference(SHOP.text(), "pelsewhere", DUE.oneIds().get(SHOP)),
                        new Difference(PARCEL.text(), null, DUE.oneIds().get(PARCEL)),
                        new Difference(stranger.text(), "pwang", null));
    }

    @Test
    void everyReasonThatIsAnotherIsNamed() {
        SortedMap<String, String> live = new TreeMap<>(Map.of(BOUGHT.key(), "SHARED"));

        assertThat(IdentityComparison.of(DUE.oneIds(), live, DUE).differences())
                .extracting(Difference::live, Difference::due)
                .containsExactlyInAnyOrder(tuple("SHARED", null), tuple(null, "NEVER_JOINS"));
    }
}
