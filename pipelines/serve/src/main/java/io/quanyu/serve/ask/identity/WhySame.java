package io.quanyu.serve.ask.identity;

import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Identifier;
import io.quanyu.serve.command.rows.ShanghaiTime;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Why two identifiers are one person, or why they are not.
 *
 * @param from where the chain begins
 * @param chain the shortest chain of evidence from there to {@code other}; for two persons with what was held back between
 *     them; empty if there is none
 * @param ties what is known of the chain's evidence, and of other evidence
 */
public record WhySame(NamedPerson from, NamedPerson other, List<Evidence> chain, List<Tie> ties) {

    public boolean isSame() {
        return from.oneId().equals(other.oneId());
    }

    public void print(PrintWriter out) {
        if (isSame()) {
            out.println("同一人 the same person: " + from.oneId());
        } else {
            out.println("不是同一人 not the same person: " + from.oneId() + " and " + other.oneId());
        }
        if (from.identifier().equals(other.identifier())) {
            out.println("两个名称是同一标识 both name " + from.identifier());
        } else if (chain.isEmpty()) {
            out.println("没有证据相连 no evidence leads from one to the other");
        } else {
            out.println(
                    isSame()
                            ? "证据 the shortest chain of evidence:"
                            : "若不搁置则相连 they would be joined by this, were it not held back:");
            printChain(out);
        }
        out.flush();
    }

    private void printChain(PrintWriter out) {
        Map<String, Tie> byKey = ties.stream()
                .collect(Collectors.toMap(tie -> tie.evidence().key(), Function.identity(), (one, same) -> one));
        Identifier at = Identifier.parse(from.identifier());
        out.println();
        out.println("  " + at.text());
        for (Evidence evidence : chain) {
            at = evidence.otherThan(at);
            Tie tie = byKey.get(evidence.key());
            out.println("    │ " + evidence.rule() + (tie == null ? "" : "，" + tie.trustWords()) + "，首见 first seen "
                    + ShanghaiTime.text(evidence.firstSeenMillis()));
            out.println("    │ 来源事件 source event " + evidence.sourceEvent());
            if (tie != null && !tie.whyNot().isEmpty()) {
                out.println("    ✗ 搁置 held back: " + tie.whyNot() + detail(tie));
            }
            out.println("  " + at.text());
        }
    }

    private static String detail(Tie tie) {
        return Optional.ofNullable(tie.held())
                .map(Tie.Held::detail)
                .map(detail -> "，" + detail)
                .orElse("");
    }
}
