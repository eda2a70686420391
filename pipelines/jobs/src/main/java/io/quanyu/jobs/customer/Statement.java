package io.quanyu.jobs.customer;

import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Something that is said of each person: a pure function of the facts, an instant and the rules, what differs from what was said before, and the table
 * that keeps the differences. {@link Statements} lists them.
 *
 * @param <S> what is said; null if it is said that there is nothing
 * @param <R> a row of the table
 */
interface Statement<S extends @Nullable Object, R extends Record> {

    /** The table, for example {@code dws.tag_change}. */
    String table();

    Class<R> row();

    /** What was said last. */
    S before(Said said);

    /** The same with another word of this kind. */
    Said saying(Said said, S now);

    /** What is to be said of a person, {@link Judged#customer} may be null: nobody is there. */
    S of(Judged judged, String oneId);

    /**
     * What to write where it is no longer as it was, nothing where it is.
     *
     * @param said with the version under which it is written
     */
    List<R> changes(S before, S now, Judged judged, Said said);

    /** Where its rows leave the operator. */
    default OutputTag<R> tag() {
        return new OutputTag<>(table(), TypeInformation.of(row()));
    }
}
