package io.quanyu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Identifier;
import io.quanyu.jobs.identity.EvidenceSeen;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnionFindTest {

    private static final Identifier LI = new Identifier("yz_open_id", "youzan:1", "LI");
    private static final Identifier LI_TOO = new Identifier("doudian_open_id", "douyin:1", "LI");
    private static final Identifier PHONE = new Identifier("phone", "bench", "1");

    @Test
    void joinsOverAChain() {
        UnionFind people = new UnionFind();
        people.add(seen(LI, PHONE, "buyer-phone"));
        people.add(seen(LI_TOO, PHONE, "buyer-phone"));
        people.add(seen(LI_TOO, PHONE, "buyer-phone"));
        assertThat(people.identifiers()).isEqualTo(3);
        assertThat(people.persons()).isEqualTo(1);
    }

    @Test
    void knowsWhatItDoesNotJoin() {
        UnionFind people = new UnionFind();
        people.add(seen(LI, PHONE, "receiver-phone"));
        assertThat(people.identifiers()).isEqualTo(2);
        assertThat(people.persons()).isEqualTo(2);
    }

    private static EvidenceSeen seen(Identifier one, Identifier other, String rule) {
        return new EvidenceSeen("bench", "e", 1, List.of(Evidence.seen(one, other, rule, 1, "e")));
    }
}
