package io.quanyu.jobs.customer;

import io.quanyu.domain.attribution.Attribution;
import io.quanyu.domain.customer.Customer;
import io.quanyu.domain.customer.Fragment;
import io.quanyu.domain.customer.Profile;
import io.quanyu.domain.tag.Judgement;
import io.quanyu.domain.tag.TagState;
import io.quanyu.domain.tag.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a person at an instant, and how it differs from what was said before.
 *
 * @param cause ids of the events and assignments that led to it
 * @param before what was said before
 * @param after what is said now
 * @param judgement what the tags follow from; null while the person has no account
 */
record Decision(String cause, Said before, Said after, @Nullable Judgement judgement) {

    /** Version of the rules in {@code io.quanyu.domain.tag}; to be raised with each change of what they mean. */
    static final int RULE_VERSION = 1;

    private static final String NO_ACCOUNT = "名下账号均已并入他人";

    /** Judges the person with these facts by account. An instant before the last judgement counts as that of the last. */
    static Decision of(Map<String, Fragment> facts, Said before, long atMillis, String cause) {
        long at = Math.max(atMillis, before.judgedAtMillis());
        if (facts.isEmpty()) {
            return of(cause, before, before.gone(at), null);
        }
        Customer customer = Customer.of(facts);
        Judgement judgement = Tags.judge(customer, at);
        Map<String, String> tags = judgement.values();
        Said after = new Said(
                before.tenant(),
                before.oneId(),
                before.version(),
                at,
                judgement.nextReviewMillis(),
                Profile.of(before.oneId(), customer, tags.keySet()),
                tags,
                Attribution.credits(customer));
        return of(cause, before, after, judgement);
    }

    private static Decision of(String cause, Said before, Said after, @Nullable Judgement judgement) {
        return new Decision(cause, before, after.agreesWith(before) ? after : after.next(), judgement);
    }

    /** The profile, if it is another than before. */
    Optional<ProfileChange> profileChange() {
        Profile now = after.profile();
        if (now == null) {
            return Optional.ofNullable(before.profile())
                    .map(old ->
                            ProfileChange.gone(after.tenant(), after.oneId(), after.version(), after.judgedAtMillis()));
        }
        return now.equals(before.profile())
                ? Optional.empty()
                : Optional.of(ProfileChange.of(after.tenant(), now, after.version(), after.judgedAtMillis()));
    }

    /** Tags that entered, left or have another value, in the order of their codes. */
    List<TagChange> tagChanges() {
        List<TagChange> changes = new ArrayList<>();
        for (String tag : Tags.CODES) {
            String old = before.tags().get(tag);
            String now = after.tags().get(tag);
            if (old == null && now != null) {
                changes.add(tagChange(tag, TagChange.ENTER));
            } else if (old != null && now == null) {
                changes.add(tagChange(tag, TagChange.EXIT));
            } else if (old != null && !old.equals(now)) {
                changes.add(tagChange(tag, TagChange.CHANGE));
            }
        }
        return changes;
    }

    private TagChange tagChange(String tag, String change) {
        TagState state = judgement == null
                ? new TagState(tag, null, after.judgedAtMillis(), NO_ACCOUNT, List.of())
                : judgement.tag(tag);
        return new TagChange(
                after.tenant(),
                after.oneId(),
                tag,
                Tags.chineseName(tag),
                change,
                state.value(),
                state.sinceMillis(),
                after.judgedAtMillis(),
                RULE_VERSION,
                state.reason(),
                state.witnesses(),
                after.version(),
                changeId(tag));
    }

    /** What was added to and taken from the credits, in the order of (order, model, source, day). */
    List<CreditChange> creditChanges() {
        if (after.credits().equals(before.credits())) {
            return List.of();
        }
        SortedMap<CreditKey, Long> deltas = new TreeMap<>();
        after.credits().forEach(credit -> deltas.merge(CreditKey.of(credit), credit.fen(), Math::addExact));
        before.credits().forEach(credit -> deltas.merge(CreditKey.of(credit), -credit.fen(), Math::addExact));
        return deltas.entrySet().stream()
                .filter(delta -> delta.getValue() != 0)
                .map(delta -> creditChange(delta.getKey(), delta.getValue()))
                .toList();
    }

    private CreditChange creditChange(CreditKey key, long deltaFen) {
        return new CreditChange(
                after.tenant(),
                key.order(),
                key.model(),
                key.source(),
                key.paidDay(),
                deltaFen,
                cause,
                after.oneId(),
                after.judgedAtMillis(),
                changeId(String.join("/", key.order(), key.model(), key.source(), Long.toString(key.paidDay()))));
    }

    private String changeId(String of) {
        return String.join("/", after.oneId(), Long.toString(after.version()), of);
    }
}
