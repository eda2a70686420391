package io.quanyu.domain.consent;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a customer decided about the archive of chats, over time. A platform archives nothing that nobody agreed to, so what was said before
 * any decision may be kept.
 *
 * @param decisions each once, from old to new; of one instant first those that agree, so that who declines is heard
 */
public record Consents(List<Decision> decisions) {

    /** Nothing was decided. */
    public static final Consents NONE = new Consents(List.of());

    private static final Comparator<Decision> TIME = Comparator.comparingLong(Decision::atMillis)
            .thenComparing(Decision::agreed, Comparator.reverseOrder())
            .thenComparing(Decision::conversation);

    public Consents {
        decisions = List.copyOf(decisions);
    }

    /** With one more, whenever it comes. */
    public Consents with(Decision decision) {
        return new Consents(Stream.concat(decisions.stream(), Stream.of(decision))
                .distinct()
                .sorted(TIME)
                .toList());
    }

    /**
     * Whether the customer had declined when something was said.
     *
     * @param conversation as in {@link Decision}
     */
    public boolean areDeclinedAt(long atMillis, String conversation) {
        boolean declined = false;
        for (Decision decision : decisions) {
            if (decision.atMillis() <= atMillis && decision.isAbout(conversation)) {
                declined = !decision.agreed();
            }
        }
        return declined;
    }
}
