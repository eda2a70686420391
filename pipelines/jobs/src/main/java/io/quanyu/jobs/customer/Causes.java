package io.quanyu.jobs.customer;

import java.util.List;
import java.util.stream.Stream;

/** Why something changed, as a short text that does not depend on the order of the causes. */
final class Causes {

    private static final int SHOWN = 3;
    private static final String SEPARATOR = ", ";

    private Causes() {}

    /** The first few of the distinct causes in their natural order, and how many more there are. */
    static String join(Stream<String> causes) {
        List<String> distinct = causes.distinct().sorted().toList();
        String shown = String.join(SEPARATOR, distinct.subList(0, Math.min(SHOWN, distinct.size())));
        return distinct.size() <= SHOWN ? shown : shown + " +" + (distinct.size() - SHOWN);
    }
}
