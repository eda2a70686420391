package io.quanyu.local.flink;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a stack trace comes down to, in one line: its innermost cause, and the record that it names if it names one. */
final class RootCause {

    private static final String CAUSED_BY = "Caused by: ";
    private static final Pattern PACKAGES = Pattern.compile("^(?:[a-z0-9_]+\\.)+(?=[A-Z])");
    private static final Pattern SERIALIZED = Pattern.compile("^SerializedThrowable: ");

    /** As Kafka's clients name a record, for example {@code event.order-0 at offset 17}. */
    private static final Pattern PLACE = Pattern.compile("([A-Za-z][\\w.-]*)-(\\d+) at offset (\\d+)");

    private RootCause() {}

    /** Of a stack trace as Java prints it; empty if it is. */
    static String of(String trace) {
        List<String> heads = trace.lines()
                .filter(line -> line.startsWith(CAUSED_BY))
                .map(line -> line.substring(CAUSED_BY.length()))
                .toList();
        String head = heads.isEmpty() ? trace.lines().findFirst().orElse("") : heads.get(heads.size() - 1);
        return withoutPackages(head) + place(trace, head);
    }

    private static String withoutPackages(String head) {
        String outer = PACKAGES.matcher(head).replaceFirst("");
        return PACKAGES.matcher(SERIALIZED.matcher(outer).replaceFirst("")).replaceFirst("");
    }

    private static String place(String trace, String head) {
        Matcher place = PLACE.matcher(trace);
        return place.find() && !head.contains(place.group())
                ? " (topic " + place.group(1) + ", partition " + place.group(2) + ", offset " + place.group(3) + ")"
                : "";
    }
}
