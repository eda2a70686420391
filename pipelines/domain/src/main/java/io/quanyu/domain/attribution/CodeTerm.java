package io.quanyu.domain.attribution;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/**
 * What a live code stands for during a time, by one definition.
 *
 * @param id of the definition; of two of one version the larger counts
 * @param channel that shows the code
 * @param fromMillis since when, epoch milliseconds; {@link Long#MIN_VALUE}: ever since
 * @param untilMillis until when, itself not included; {@link Long#MAX_VALUE}: for ever
 */
public record CodeTerm(String id, long version, String channel, long fromMillis, long untilMillis) {

    private static final Comparator<CodeTerm> AGE =
            Comparator.comparingLong(CodeTerm::version).thenComparing(CodeTerm::id);

    /**
     * The term that a touch of the code belongs to: of those that hold at its instant that of the newest definition, else the one that ended
     * last, else the one that begins first. A definition replaces those that begin with it.
     *
     * @param atMillis the instant of the touch; {@link Long#MAX_VALUE} if it is not known: as it stands at last
     */
    public static Optional<CodeTerm> at(long atMillis, Collection<CodeTerm> terms) {
        Map<Long, CodeTerm> byStart =
                terms.stream().collect(Collectors.toMap(CodeTerm::fromMillis, term -> term, BinaryOperator.maxBy(AGE)));
        return byStart.values().stream().max(preferredAt(atMillis));
    }

    private static Comparator<CodeTerm> preferredAt(long atMillis) {
        Comparator<CodeTerm> holding = Comparator.comparing(term -> term.holdsAt(atMillis));
        Comparator<CodeTerm> begun = Comparator.comparing(term -> term.fromMillis() <= atMillis);
        return holding.thenComparing(begun)
                .thenComparing((one, other) -> one.holdsAt(atMillis)
                        ? AGE.compare(one, other)
                        : one.fromMillis() <= atMillis
                                ? Long.compare(one.untilMillis(), other.untilMillis())
                                : Long.compare(other.fromMillis(), one.fromMillis()))
                .thenComparing(AGE);
    }

    private boolean holdsAt(long atMillis) {
        return fromMillis <= atMillis && (atMillis < untilMillis || untilMillis == Long.MAX_VALUE);
    }
}
