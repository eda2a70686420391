package io.quanyu.jobs.identity.hub;

import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.HeldBack;
import io.quanyu.domain.identity.Identifier;
import io.quanyu.domain.identity.IdentityPolicy;
import io.quanyu.domain.identity.Sharing;
import io.quanyu.jobs.identity.Fact;
import io.quanyu.jobs.identity.Fact.Kind;
import io.quanyu.jobs.identity.hub.Hub.HubTie;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a hub comes to at an instant, and what of it was not said before.
 *
 * @param after the hub from now on
 * @param news evidence that adds to what was known
 * @param ties opened or closed now
 * @param heldBack from now on, or for another reason than before
 * @param noLongerHeldBack from now on, because it may join
 * @param retracted from now on
 * @param nextChangeMillis when time alone may change this, {@link Long#MAX_VALUE} if never
 */
public record HubJudgement(
        Hub after,
        List<Fact> news,
        List<Fact> ties,
        List<HeldBack> heldBack,
        List<Evidence> noLongerHeldBack,
        List<Evidence> retracted,
        long nextChangeMillis) {

    /** Of a hub at an instant, with the facts that reached it since, in the order of their instants. */
    public static HubJudgement of(
            Identifier identifier, Hub before, List<Fact> facts, IdentityPolicy policy, long atMillis) {
        var judge = new Judge(before);
        facts.forEach(judge::take);
        return before.forGood() ? judge.sharedForGood(identifier, policy) : judge.judged(identifier, policy, atMillis);
    }

    private static final class Judge {

        private final Map<String, HubTie> ties = new LinkedHashMap<>();
        private final List<Fact> news = new ArrayList<>();
        private final List<Fact> told = new ArrayList<>();
        private final List<HeldBack> heldBack = new ArrayList<>();
        private final List<Evidence> over = new ArrayList<>();
        private final List<Evidence> wrong = new ArrayList<>();
        private final Map<String, Evidence> renewed = new LinkedHashMap<>();

        private final long wakeMillis;

        Judge(Hub before) {
            wakeMillis = before.wakeMillis();
            before.ties().forEach(tie -> ties.put(tie.evidence().key(), tie));
        }

        void take(Fact fact) {
            HubTie before = ties.get(fact.about());
            Evidence evidence = fact.evidence();
            if (fact.kind() == Kind.RETRACTED) {
                ties.put(fact.about(), before == null ? HubTie.unseen(evidence) : before.asRetracted());
                return;
            }
            HubTie after = before == null ? HubTie.first(evidence) : before.seen(evidence);
            if (!after.equals(before)) {
                ties.put(fact.about(), after);
                news.add(fact);
            }
            if (before != null && before.isOpen() && isEarlier(after.evidence(), before.evidence())) {
                renewed.put(fact.about(), after.evidence());
            }
        }

        HubJudgement judged(Identifier identifier, IdentityPolicy policy, long atMillis) {
            List<Sharing.Tie> seen =
                    ties.values().stream().filter(HubTie::seen).map(HubTie::tie).toList();
            Sharing sharing = Sharing.of(identifier, seen, policy, atMillis);
            ties.replaceAll((key, tie) -> say(key, tie, sharing, atMillis));
            Hub after = sharing.forGood() ? forGood() : new Hub(false, List.copyOf(ties.values()), wakeMillis);
            return with(after, sharing.nextChangeMillis());
        }

        private HubTie say(String key, HubTie tie, Sharing sharing, long atMillis) {
            HeldBack held = sharing.heldBack().get(key);
            String now = held != null
                    ? held.reason().name()
                    : sharing.open().containsKey(key) ? HubTie.OPEN : HubTie.NOTHING;
            if (now.equals(tie.said())) {
                if (renewed.containsKey(key)) {
                    told.add(Fact.open(tie.evidence(), atMillis));
                }
                return tie;
            }
            if (tie.isOpen()) {
                told.add(Fact.closed(tie.evidence(), atMillis));
            }
            if (now.equals(HubTie.OPEN)) {
                told.add(Fact.open(tie.evidence(), atMillis));
            }
            if (held != null) {
                heldBack.add(held);
            } else if (tie.retracted()) {
                wrong.add(tie.evidence());
            } else if (tie.isHeldBack()) {
                over.add(tie.evidence());
            }
            return tie.said(now);
        }

        /** Nothing that comes can change a hub that is shared for good, so it need not remember what it is tied to. */
        HubJudgement sharedForGood(Identifier identifier, IdentityPolicy policy) {
            for (HubTie tie : ties.values()) {
                if (tie.retracted()) {
                    wrong.add(tie.evidence());
                } else {
                    heldBack.add(HeldBack.sharedForGood(tie.evidence(), identifier, policy));
                }
            }
            return with(forGood(), Long.MAX_VALUE);
        }

        private Hub forGood() {
            return new Hub(
                    true, ties.values().stream().filter(HubTie::retracted).toList(), wakeMillis);
        }

        private HubJudgement with(Hub after, long nextChangeMillis) {
            return new HubJudgement(after, news, told, heldBack, over, wrong, nextChangeMillis);
        }

        private static boolean isEarlier(Evidence now, Evidence before) {
            return now.firstSeenMillis() != before.firstSeenMillis()
                    || !now.sourceEvent().equals(before.sourceEvent());
        }
    }
}
