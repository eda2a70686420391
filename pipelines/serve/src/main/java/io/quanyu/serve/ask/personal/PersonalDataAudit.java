package io.quanyu.serve.ask.personal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts where personal data stands in clear: by place and kind, and never which. */
public final class PersonalDataAudit {

    private final Map<String, Map<PersonalData, Long>> found = new TreeMap<>();
    private long texts;

    /**
     * Looks at one text.
     *
     * @param place a column, topic or file: printed if something is found
     */
    public void look(String place, String text) {
        texts++;
        Set<PersonalData> kinds = PersonalData.in(text);
        if (!kinds.isEmpty()) {
            Map<PersonalData, Long> counts = found.computeIfAbsent(place, unseen -> new EnumMap<>(PersonalData.class));
            kinds.forEach(kind -> counts.merge(kind, 1L, Long::sum));
        }
    }

    /** Looks at each line of an exported file. */
    public void look(Path file) throws IOException {
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            look(file.getFileName().toString(), line);
        }
    }

    public boolean foundNothing() {
        return found.isEmpty();
    }

    /** How many texts were looked at. */
    public long texts() {
        return texts;
    }

    /** How often each kind stands in clear, by place. */
    public Map<String, Map<PersonalData, Long>> found() {
        return found;
    }
}
