package io.quanyu.jobs.settings;

import java.util.Comparator;
import java.util.stream.Stream;

/** Finds the text that is meant by one with a mistake in it. */
final class Nearest {

    private Nearest() {}

    /** The choice that takes the fewest letters to add, drop or change; of several the first. There must be one. */
    static String to(String text, Stream<String> choices) {
        return choices.min(Comparator.comparingInt(choice -> distance(text, choice)))
                .orElseThrow();
    }

    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[right.length()];
    }
}
