package io.quanyu.jobs.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.apache.flink.util.OutputTag;

/** All that is said of persons. One more is a class, its row, its table, a component of {@link Said}, and a line here. */
final class Statements {

    static final Statement<?, ProfileChange> PROFILE = new ProfileStatement();
    static final Statement<?, TagChange> TAGS = new TagStatement();
    static final Statement<?, CreditChange> CREDITS = new CreditStatement();

    static final List<Statement<?, ?>> ALL = List.of(PROFILE, TAGS, CREDITS);

    private Statements() {}

    /** Takes a row and where it leaves. */
    @FunctionalInterface
    interface Rows {
        <R> void say(OutputTag<R> tag, R row);
    }

    /**
     * Says what is no longer as it was said, under a new version if there is anything.
     *
     * @return what is said from now on
     */
    static Said say(Judged judged, Said before, Rows rows) {
        List<BiConsumer<Said, Rows>> changes = new ArrayList<>();
        Said after = before.judged(judged.atMillis(), judged.nextReviewMillis());
        for (Statement<?, ?> statement : ALL) {
            after = say(statement, judged, before, after, changes);
        }
        if (changes.isEmpty()) {
            return after;
        }
        Said said = after.next();
        changes.forEach(change -> change.accept(said, rows));
        return said;
    }

    private static <S, R extends Record> Said say(
            Statement<S, R> statement, Judged judged, Said before, Said after, List<BiConsumer<Said, Rows>> changes) {
        S was = statement.before(before);
        S now = statement.of(judged, before.oneId());
        if (Objects.equals(was, now)) {
            return after;
        }
        OutputTag<R> tag = statement.tag();
        changes.add((said, rows) -> statement.changes(was, now, judged, said).forEach(row -> rows.say(tag, row)));
        return statement.saying(after, now);
    }
}
