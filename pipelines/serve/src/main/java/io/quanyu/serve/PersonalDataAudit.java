package io.quanyu.serve;

import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts where personal data stands in clear: by place and kind, and never which. */
final class PersonalDataAudit {

    private final Map<String, Map<PersonalData, Long>> found = new TreeMap<>();
    private long texts;

    /**
     * Looks at one text.
     *
     * @param place a column, topic or file: printed if something is found
     */
    void look(String place, String text) {
        texts++;
        Set<PersonalData> kinds = PersonalData.in(text);
        if (!kinds.isEmpty()) {
            Map<PersonalData, Long> counts = found.computeIfAbsent(place, unseen -> new EnumMap<>(PersonalData.class));
            kinds.forEach(kind -> counts.merge(kind, 1L, Long::sum));
        }
    }

    boolean foundNothing() {
        return found.isEmpty();
    }

    /** A line a place and kind, then the verdict. */
    void print(PrintWriter out) {
        found.forEach((place, counts) -> counts.forEach((kind, count) ->
                out.println(String.format("IN CLEAR  %s: %d × %s", place, count, kind.chineseName()))));
        out.println(texts + " texts, " + found.size() + (found.size() == 1 ? " place" : " places") + " in clear");
        out.flush();
    }
}
