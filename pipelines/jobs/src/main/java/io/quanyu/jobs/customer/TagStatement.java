package io.quanyu.jobs.customer;

import io.quanyu.domain.tag.TagRules;
import io.quanyu.domain.tag.TagState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The tags of a person that stand. */
final class TagStatement implements Statement<StandingTags, TagChange> {

    private static final String NO_ACCOUNT = "名下账号均已并入他人";
    private static final String NO_RULE = "规则已停用";

    @Override
    public String table() {
        return "dws.tag_change";
    }

    @Override
    public Class<TagChange> row() {
        return TagChange.class;
    }

    @Override
    public StandingTags before(Said said) {
        return new StandingTags(said.tags(), said.grounds());
    }

    @Override
    public Said saying(Said said, StandingTags now) {
        return said.withTags(now);
    }

    @Override
    public StandingTags of(Judged judged, String oneId) {
        return judged.tags() == null ? StandingTags.NONE : StandingTags.of(judged.tags());
    }

    /** Tags that entered, left, have another value or stand on other grounds, in the order of the catalogue. */
    @Override
    public List<TagChange> changes(StandingTags before, StandingTags now, Judged judged, Said said) {
        List<TagChange> changes = new ArrayList<>();
        for (String tag : inOrder(before.values(), now.values())) {
            String old = before.values().get(tag);
            String value = now.values().get(tag);
            if (!Objects.equals(old, value)) {
                String change = old == null ? TagChange.ENTER : value == null ? TagChange.EXIT : TagChange.CHANGE;
                changes.add(change(tag, change, judged, said));
            } else if (now.hasOtherGrounds(tag, before)) {
                changes.add(change(tag, TagChange.UPDATE, judged, said));
            }
        }
        return changes;
    }

    /** Those of the catalogue in its order, then those that are no longer in it. */
    private static List<String> inOrder(Map<String, String> before, Map<String, String> now) {
        SortedSet<String> all = new TreeSet<>(before.keySet());
        all.addAll(now.keySet());
        List<String> order = new ArrayList<>(TagRules.catalogue());
        order.retainAll(all);
        all.removeAll(order);
        order.addAll(all);
        return order;
    }

    private static TagChange change(String tag, String change, Judged judged, Said said) {
        TagState state = Optional.ofNullable(judged.tags())
                .flatMap(tags -> tags.tag(tag))
                .orElseGet(() -> new TagState(
                        tag, null, judged.atMillis(), judged.tags() == null ? NO_ACCOUNT : NO_RULE, List.of()));
        return new TagChange(
                said.tenant(),
                said.oneId(),
                tag,
                TagRules.isKnown(tag) ? TagRules.chineseName(tag) : tag,
                change,
                state.value(),
                state.sinceMillis(),
                judged.atMillis(),
                Math.toIntExact(judged.rules().set().version()),
                state.reason(),
                state.witnesses(),
                said.version(),
                said.changeId(tag));
    }
}
