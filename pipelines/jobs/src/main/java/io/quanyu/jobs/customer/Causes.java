package io.quanyu.jobs.customer;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Why something changed, as a short text that does not depend on the order of the causes. */
final class Causes {

    private static final int SHOWN = 3;
    private static final String SEPARATOR = ", ";

    private Causes() {}

    /** The first few of the distinct causes of some items in their natural order, and how many more there are. */
    static <T> String join(List<T> items, Function<T, String> causeOf) {
        SortedSet<String> distinct = new TreeSet<>();
        for (T item : items) {
            distinct.add(causeOf.apply(item));
        }
        if (distinct.size() <= SHOWN) {
            return String.join(SEPARATOR, distinct);
        }
        String shown = distinct.stream().limit(SHOWN).collect(Collectors.joining(SEPARATOR));
        return shown + " +" + (distinct.size() - SHOWN);
    }
}
