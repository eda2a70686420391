package io.quanyu.serve.command.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Identifier;
import io.quanyu.serve.ask.identity.NamedPerson;
import io.quanyu.serve.ask.identity.Tie;
import io.quanyu.serve.ask.identity.WhySame;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhySameReportTest {

    private static final Identifier SHOP = new Identifier("yz_open_id", "youzan:1", "li");
    private static final Identifier PHONE = new Identifier("phone", "tea", "hash");
    private static final Identifier CHAT = new Identifier("external_userid", "corp", "wm-li");
    private static final long TEN = Instant.parse("2026-03-01T02:00:00Z").toEpochMilli();
    private static final Evidence BOUGHT = Evidence.seen(SHOP, PHONE, "buyer-phone", TEN, "order-1");
    private static final Evidence NOTED = Evidence.seen(CHAT, PHONE, "remark-phone", TEN, "chat-1");

    @Test
    void namesEveryStepAndItsEvent() {
        String answer = print(new WhySame(
                named(SHOP, "pli"),
                named(CHAT, "pli"),
                List.of(BOUGHT, NOTED),
                List.of(tie(BOUGHT, "pli", null), tie(NOTED, "pli", null))));

        assertThat(answer.lines().map(String::strip).toList())
                .containsExactly(
                        "同一人 the same person: pli",
                        "证据 the shortest chain of evidence:",
                        "",
                        SHOP.text(),
                        "│ buyer-phone，很可能 probable，首见 first seen 2026-03-01 10:00:00",
                        "│ 来源事件 source event order-1",
                        PHONE.text(),
                        "│ remark-phone，很可能 probable，首见 first seen 2026-03-01 10:00:00",
                        "│ 来源事件 source event chat-1",
                        CHAT.text());
    }

    @Test
    void ofTwoPersonsSaysWhatHoldsThemApart() {
        var held = new Tie.Held("SHARED", "标识被太多账号共用", "on more than 5 accounts", TEN);
        var answer = new WhySame(
                named(SHOP, "pli"), named(PHONE, "pwang"), List.of(BOUGHT), List.of(tie(BOUGHT, "pwang", held)));

        assertThat(answer.isSame()).isFalse();
        assertThat(print(answer))
                .startsWith("不是同一人 not the same person: pli and pwang\n")
                .contains("✗ 搁置 held back: 标识被太多账号共用 SHARED，on more than 5 accounts");
    }

    @Test
    void ofStrangersSaysThatNothingIsKnown() {
        assertThat(print(new WhySame(named(SHOP, "pli"), named(CHAT, "pwang"), List.of(), List.of())))
                .contains("no evidence leads from one to the other");
    }

    private static NamedPerson named(Identifier identifier, String oneId) {
        return new NamedPerson("tea", oneId, identifier.text(), null);
    }

    private static Tie tie(Evidence evidence, String leftOneId, Tie.Held held) {
        return new Tie(evidence, null, "PROBABLE", leftOneId, "pli", false, held);
    }

    private static String print(WhySame answer) {
        var text = new StringWriter();
        new WhySameReport(answer).print(new PrintWriter(text));
        return text.toString();
    }
}
