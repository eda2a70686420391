package io.quanyu.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.local.KilledDemo.Played;
import io.quanyu.local.Shell.Outcome;
import io.quanyu.world.Size;
import io.quanyu.world.World;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What an analyst learns of who is who in a demo's month, on a platform that was killed in the middle of it. */
@ExtendWith(KilledDemo.class)
@ResourceLock(KilledDemo.LOCK)
class IdentityIT {

    private static final Pattern TICKET = Pattern.compile("\"会员卡号\":\"(\\w+)\",\"手机号\":\"(1\\d{10})\"");

    private static Shell shell;

    @BeforeAll
    static void takeWhatWasPlayed(Played demo) {
        shell = demo.shell();
    }

    @Test
    void thePlatformSaysWhatItsEvidenceComesTo() throws Exception {
        Outcome audit = shell.quanyu("audit", "identity", "--tenant=" + World.TENANT);

        assertThat(audit.exitCode()).as(audit.out() + audit.err()).isZero();
        assertThat(audit.out())
                .containsPattern("ok +demo: [1-9]\\d+ identifiers, [1-9]\\d+ persons, [1-9]\\d* held back");
        assertThat(audit.out()).endsWith("0 differences\n");
    }

    @Test
    void theStoredEventsAloneComeToTheSame() throws Exception {
        Outcome rebuild = shell.quanyu("identity", "rebuild");

        assertThat(rebuild.exitCode()).as(rebuild.out() + rebuild.err()).isZero();
        assertThat(rebuild.err()).containsPattern("dwd.order_changed: [1-9]\\d+ names read");
        assertThat(rebuild.out()).endsWith("0 differences\n");
    }

    @Test
    void aPhoneLeadsToItsPersonAndIsNotShown() throws Exception {
        MatchResult ticket = ticket();
        String member = "pos_member|pos:store-hz-01|" + ticket.group(1);
        String phone = ticket.group(2);

        Outcome show = shell.quanyu("identity", "show", phone, "--tenant=" + World.TENANT);

        assertThat(show.exitCode()).as(show.err()).isZero();
        assertThat(show.out())
                .contains(member, "buyer-phone", "很可能 probable", "phone|demo|")
                .containsPattern("pos:order:store-hz-01:P\\d+");
        assertThat(show.out() + show.err()).doesNotContain(phone);

        Outcome why = shell.quanyu("identity", "why-same", phone, member);
        assertThat(why.exitCode()).as(why.out() + why.err()).isZero();
        assertThat(why.out()).contains("同一人 the same person", "buyer-phone", "来源事件 source event pos:order:");
        assertThat(why.out()).doesNotContain(phone);
    }

    @Test
    void aRetiredIdLeadsToThePersonOfToday() throws Exception {
        String[] redirect = row(
                "select retired_one_id, one_id, anchor from lake.dim.identity_redirect order by retired_one_id limit 1");

        Outcome show = shell.quanyu("identity", "show", redirect[0]);

        assertThat(show.exitCode()).as(show.err()).isZero();
        assertThat(show.err()).contains(redirect[0] + " 已停用，现为 is retired and leads to " + redirect[1]);
        assertThat(show.out()).startsWith("人 person  " + redirect[1]).contains(redirect[0], redirect[2]);
    }

    @Test
    void whatWasHeldBackIsTheReasonWhyTwoAreNotOne() throws Exception {
        String[] held = row("select left_text, right_text, reason from lake.dim.identity_conflict"
                + " where reason = 'NEVER_JOINS' order by valid_at, left_text, right_text limit 1");

        Outcome why = shell.quanyu("identity", "why-same", held[0], held[1]);

        assertThat(why.exitCode()).as(why.out() + why.err()).isEqualTo(1);
        assertThat(why.out()).contains("不是同一人 not the same person", "✗ 搁置 held back", held[2], held[0], held[1]);
    }

    @Test
    void whoIsUnknownGetsWhatIsNear() throws Exception {
        String[] known = row("select identifier_value, identifier_text from lake.dim.identity"
                + " where identifier_type = 'external_userid' order by identifier_text limit 1");

        Outcome show = shell.quanyu("identity", "show", "external_userid|elsewhere|" + known[0]);

        assertThat(show.exitCode()).isEqualTo(1);
        assertThat(show.err()).contains("Nobody is known as", known[1]);
        assertThat(show.out()).isEmpty();
    }

    /** A ticket of the till with the member's card and phone. */
    private static MatchResult ticket() {
        return World.of(KilledDemo.SEED, new Size(KilledDemo.PEOPLE)).arrivals().stream()
                .filter(arrival -> arrival.source().equals("pos-csv"))
                .flatMap(arrival -> TICKET.matcher(arrival.text()).results())
                .findFirst()
                .orElseThrow();
    }

    private static String[] row(String sql) throws Exception {
        Outcome query = shell.quanyu("query", sql, "--format=tsv");
        List<String> lines = query.out().lines().toList();
        assertThat(lines).as(query.err()).hasSize(2);
        return lines.get(1).split("\t", -1);
    }
}
