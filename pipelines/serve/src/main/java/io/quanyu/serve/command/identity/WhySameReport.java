package io.quanyu.serve.command.identity;

import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Identifier;
import io.quanyu.serve.ask.identity.Tie;
import io.quanyu.serve.ask.identity.WhySame;
import io.quanyu.serve.command.rows.ShanghaiTime;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Prints why two identifiers are one person, or why they are not. */
record WhySameReport(WhySame why) {

    void print(PrintWriter out) {
        if (why.isSame()) {
            out.println("同一人 the same person: " + why.from().oneId());
        } else {
            out.println("不是同一人 not the same person: " + why.from().oneId() + " and "
                    + why.other().oneId());
        }
        if (why.from().identifier().equals(why.other().identifier())) {
            out.println("两个名称是同一标识 both name " + why.from().identifier());
        } else if (why.chain().isEmpty()) {
            out.println("没有证据相连 no evidence leads from one to the other");
        } else {
            out.println(
                    why.isSame()
                            ? "证据 the shortest chain of evidence:"
                            : "若不搁置则相连 they would be joined by this, were it not held back:");
            printChain(out);
        }
        out.flush();
    }

    private void printChain(PrintWriter out) {
        Map<String, Tie> byKey = why.ties().stream()
                .collect(Collectors.toMap(tie -> tie.evidence().key(), Function.identity(), (one, same) -> one));
        Identifier at = Identifier.parse(why.from().identifier());
        out.println();
        out.println("  " + at.text());
        for (Evidence evidence : why.chain()) {
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
