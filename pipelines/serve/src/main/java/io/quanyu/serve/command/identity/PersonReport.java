package io.quanyu.serve.command.identity;

import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Identifier;
import io.quanyu.serve.ask.identity.PersonCard;
import io.quanyu.serve.ask.identity.Tie;
import io.quanyu.serve.command.rows.AlignedRows;
import io.quanyu.serve.command.rows.ShanghaiTime;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Prints a person: by which names, since when, and why. Times are Beijing's. */
record PersonReport(PersonCard card) {

    void print(PrintWriter out) {
        out.println("人 person  " + card.oneId() + "   租户 tenant  " + card.tenant());
        for (PersonCard.Retired one : card.retired()) {
            out.println("旧编号 retired id  " + one.oneId() + "  leads here since " + ShanghaiTime.text(one.sinceMillis())
                    + ", from " + one.anchor());
        }
        printNames(out);
        printJoins(out);
        printHeldBack(out);
        out.flush();
    }

    private void printNames(PrintWriter out) {
        out.println();
        out.println("== 标识 · Identifiers: " + card.names().size() + " ==");
        out.println();
        Map<String, Evidence> first = firstSeen();
        var rows = new AlignedRows(out);
        rows.columns(List.of("标识 identifier", "首见 first seen", "归属自 theirs since", "来源事件 source event", "命名 names"));
        card.names().stream()
                .sorted(Comparator.comparing((PersonCard.Name name) -> !name.anchor())
                        .thenComparing(name -> seenAt(first, name))
                        .thenComparing(PersonCard.Name::identifier))
                .forEach(name -> {
                    Optional<Evidence> seen = Optional.ofNullable(first.get(name.identifier()));
                    rows.row(List.of(
                            name.identifier(),
                            seen.map(one -> ShanghaiTime.text(one.firstSeenMillis()))
                                    .orElse(""),
                            ShanghaiTime.text(name.sinceMillis()),
                            seen.map(Evidence::sourceEvent).orElse(""),
                            name.anchor() ? "✓" : ""));
                });
        rows.end();
    }

    private void printJoins(PrintWriter out) {
        List<Tie> joins = card.ties().stream().filter(Tie::joins).toList();
        out.println();
        out.println("== 证据 · Evidence that joins: " + joins.size() + " ==");
        out.println();
        var rows = new AlignedRows(out);
        rows.columns(List.of(
                "一端 left", "规则 rule", "另一端 right", "可信 trust", "首见 first seen", "末见 last seen", "来源事件 source event"));
        for (Tie tie : joins) {
            Evidence evidence = tie.evidence();
            rows.row(List.of(
                    evidence.left().text(),
                    evidence.rule(),
                    evidence.right().text(),
                    tie.trustWords(),
                    ShanghaiTime.text(evidence.firstSeenMillis()),
                    lastSeen(tie),
                    evidence.sourceEvent()));
        }
        rows.end();
    }

    /** Empty where it is not followed: evidence that stays for ever does so however often it is seen. */
    private static String lastSeen(Tie tie) {
        return tie.lastSeenMillis() == null ? "" : ShanghaiTime.text(tie.lastSeenMillis());
    }

    private void printHeldBack(PrintWriter out) {
        List<Tie> heldBack =
                card.ties().stream().filter(tie -> !tie.whyNot().isEmpty()).toList();
        out.println();
        out.println("== 搁置 · Held back: " + heldBack.size() + " ==");
        if (heldBack.isEmpty()) {
            return;
        }
        out.println();
        var rows = new AlignedRows(out);
        rows.columns(List.of(
                "一端 left", "规则 rule", "另一端 right", "对方 other person", "原因 reason", "说明 detail", "来源事件 source event"));
        for (Tie tie : heldBack) {
            Evidence evidence = tie.evidence();
            rows.row(List.of(
                    evidence.left().text(),
                    evidence.rule(),
                    evidence.right().text(),
                    tie.leftOneId().equals(card.oneId()) ? tie.rightOneId() : tie.leftOneId(),
                    tie.whyNot(),
                    Optional.ofNullable(tie.held()).map(Tie.Held::detail).orElse(""),
                    evidence.sourceEvent()));
        }
        rows.end();
    }

    private Map<String, Evidence> firstSeen() {
        Map<String, Evidence> first = new TreeMap<>();
        for (Tie tie : card.ties()) {
            Evidence evidence = tie.evidence();
            Stream.of(evidence.left(), evidence.right())
                    .map(Identifier::text)
                    .forEach(end -> first.merge(end, evidence, PersonReport::earlier));
        }
        return first;
    }

    private static Evidence earlier(Evidence one, Evidence other) {
        return Comparator.comparingLong(Evidence::firstSeenMillis)
                                .thenComparing(Evidence::sourceEvent)
                                .compare(one, other)
                        <= 0
                ? one
                : other;
    }

    private static long seenAt(Map<String, Evidence> first, PersonCard.Name name) {
        return Optional.ofNullable(first.get(name.identifier()))
                .map(Evidence::firstSeenMillis)
                .orElse(Long.MAX_VALUE);
    }
}
