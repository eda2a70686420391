package io.quanyu.jobs.identity;

import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.IdentityPolicy;
import io.quanyu.jobs.identity.Fact.Kind;
import io.quanyu.jobs.record.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * What is kept of an identifier: its label, and the facts that are at home with it.
 *
 * <p>Facts about one thing are folded into one when the clock has passed them; until then each is kept, because the time
 * between them is somebody's history.
 *
 * @param facts in order of arrival; each adds something to those before
 */
@TypeInfo(RecordType.Factory.class)
public record Member(long label, List<Fact> facts) {

    static Member of(long label) {
        return new Member(label, List.of());
    }

    Member at(long newLabel) {
        return new Member(newLabel, facts);
    }

    /**
     * With one more fact.
     *
     * @param nowMillis what the clock has passed
     * @return this very member if the fact adds nothing
     */
    Member with(Fact fact, long nowMillis, IdentityPolicy policy) {
        List<Fact> same = facts.stream().filter(fact::isAboutSame).toList();
        if (!isNews(fact, same, policy)) {
            return this;
        }
        List<Fact> after = new ArrayList<>(facts.size() + 1);
        facts.stream().filter(before -> !fact.isAboutSame(before)).forEach(after::add);
        after.addAll(folded(same, fact, nowMillis));
        return new Member(label, after);
    }

    private static boolean isNews(Fact fact, List<Fact> same, IdentityPolicy policy) {
        return switch (fact.kind()) {
            case SEEN, HELD -> addsEvidence(fact, same, policy);
            case OPEN, CLOSED, DISSOLVED -> true;
            case RETRACTED -> same.stream().allMatch(before -> fact.atMillis() < before.atMillis());
            case BLOCKED, UNBLOCKED -> !same.contains(fact);
        };
    }

    private static boolean addsEvidence(Fact fact, List<Fact> same, IdentityPolicy policy) {
        if (same.isEmpty()) {
            return true;
        }
        Evidence known = merged(same).evidence();
        Evidence merged = known.merge(fact.evidence());
        // Of evidence that stays for ever it does not matter when it was seen again.
        return merged.firstSeenMillis() != known.firstSeenMillis()
                || !merged.sourceEvent().equals(known.sourceEvent())
                || (policy.expires(merged) && merged.lastSeenMillis() != known.lastSeenMillis());
    }

    private static List<Fact> folded(List<Fact> same, Fact fact, long nowMillis) {
        List<Fact> passed = new ArrayList<>();
        List<Fact> after = new ArrayList<>();
        Stream.concat(same.stream(), Stream.of(fact))
                .forEach(one -> (one.atMillis() <= nowMillis ? passed : after).add(one));
        if (!passed.isEmpty()) {
            Fact newest = fold(passed);
            if (newest.kind() != Kind.CLOSED) {
                after.add(0, newest);
            }
        }
        return after;
    }

    private static Fact fold(List<Fact> passed) {
        Fact last = passed.get(passed.size() - 1);
        return switch (last.kind()) {
            case SEEN, HELD -> merged(passed);
            case OPEN, CLOSED, RETRACTED, DISSOLVED -> last;
            case BLOCKED, UNBLOCKED -> passed.stream().max(Fact.AS_DECIDED).orElse(last);
        };
    }

    private static Fact merged(List<Fact> same) {
        return same.stream().reduce(Fact::merge).orElseThrow();
    }
}
