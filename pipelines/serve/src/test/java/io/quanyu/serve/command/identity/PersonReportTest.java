package io.quanyu.serve.command.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Identifier;
import io.quanyu.serve.ask.identity.PersonCard;
import io.quanyu.serve.ask.identity.Tie;
import io.quanyu.serve.command.rows.ShanghaiTime;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonReportTest {

    private static final Identifier SHOP = new Identifier("yz_open_id", "youzan:1", "li");
    private static final Identifier CHAT = new Identifier("external_userid", "corp", "wm-li");
    private static final Identifier PHONE = new Identifier("phone", "tea", "hash");
    private static final Identifier CLERK = new Identifier("phone", "tea", "clerk");
    private static final long TEN = Instant.parse("2026-03-01T02:00:00Z").toEpochMilli();
    private static final long NOON = Instant.parse("2026-03-01T04:00:00Z").toEpochMilli();

    @Test
    void saysByWhichNamesSinceWhenAndWhy() {
        String card = print(new PersonCard(
                "tea",
                "pli",
                List.of(new PersonCard.Retired("pold", CHAT.text(), NOON)),
                List.of(name(CHAT, false, NOON), name(SHOP, true, TEN), name(PHONE, false, TEN)),
                List.of(
                        joined(Evidence.sighting(SHOP, TEN, "order-1")),
                        joined(Evidence.seen(SHOP, PHONE, "buyer-phone", TEN, "order-1")),
                        joined(Evidence.seen(CHAT, PHONE, "remark-phone", NOON, "chat-1")))));

        assertThat(card)
                .startsWith("人 person  pli   租户 tenant  tea\n")
                .contains("retired id  pold  leads here since 2026-03-01 12:00:00, from external_userid|corp|wm-li")
                .contains("Identifiers: 3")
                .containsPattern("yz_open_id\\|youzan:1\\|li +2026-03-01 10:00:00 +2026-03-01 10:00:00 +order-1 +✓")
                .containsPattern("external_userid\\|corp\\|wm-li +2026-03-01 12:00:00 +2026-03-01 12:00:00 +chat-1")
                .contains("Evidence that joins: 2")
                .containsPattern("phone\\|tea\\|hash +buyer-phone +yz_open_id\\|youzan:1\\|li +很可能 probable")
                .endsWith("Held back: 0 ==\n");
        assertThat(card.indexOf(SHOP.text())).as("its name comes first").isLessThan(card.indexOf("\n" + CHAT.text()));
    }

    @Test
    void saysWhatWasHeldBackFromWhomAndWhy() {
        var held = new Tie.Held("SHARED", "标识被太多账号共用", "on more than 5 accounts", NOON);
        String card = print(new PersonCard(
                "tea",
                "pli",
                List.of(),
                List.of(name(SHOP, true, TEN)),
                List.of(
                        new Tie(seen(SHOP, CLERK), NOON, "PROBABLE", "pclerk", "pli", false, held),
                        new Tie(seen(SHOP, PHONE), NOON, "PROBABLE", "pwang", "pli", true, null))));

        assertThat(card)
                .contains("Evidence that joins: 0")
                .contains("Held back: 2")
                .containsPattern("phone\\|tea\\|clerk.+pclerk +标识被太多账号共用 SHARED +on more than 5 accounts")
                .containsPattern("phone\\|tea\\|hash.+pwang +已撤回 RETRACTED");
    }

    @Test
    void saysWhenEvidenceLastHeldOnlyWhereThatIsFollowed() {
        var forEver = Evidence.seen(SHOP, CHAT, "self", TEN, "order-1");
        String card = print(new PersonCard(
                "tea",
                "pli",
                List.of(),
                List.of(name(SHOP, true, TEN)),
                List.of(joined(seen(SHOP, PHONE)), new Tie(forEver, null, "CERTAIN", "pli", "pli", false, null))));

        String seen = ShanghaiTime.text(TEN) + "  +";
        assertThat(card)
                .containsPattern("buyer-phone.+" + seen + ShanghaiTime.text(NOON) + " +order-1")
                .containsPattern("self .+" + ShanghaiTime.text(TEN) + " {10,}order-1");
    }

    private static Evidence seen(Identifier one, Identifier other) {
        return Evidence.seen(one, other, "buyer-phone", TEN, "order-1");
    }

    private static Tie joined(Evidence evidence) {
        return new Tie(evidence, NOON, "PROBABLE", "pli", "pli", false, null);
    }

    private static PersonCard.Name name(Identifier identifier, boolean anchor, long sinceMillis) {
        return new PersonCard.Name(identifier.text(), anchor, sinceMillis);
    }

    private static String print(PersonCard card) {
        var text = new StringWriter();
        new PersonReport(card).print(new PrintWriter(text));
        return text.toString();
    }
}
