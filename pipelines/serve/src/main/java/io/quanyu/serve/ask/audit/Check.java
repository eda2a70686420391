package io.quanyu.serve.ask.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One file of {@code sql/checks}: a query whose rows are violations.
 *
 * @param name name of the file
 * @param promise what holds if there are no rows, from its header
 * @param sql the query; {@code json_parse(?)} in it takes the ends of topics
 */
public record Check(String name, String promise, String sql) {

    private static final Pattern HEADER = Pattern.compile("\\A-- (\\w+): (.+)");
    private static final String ENDS = "json_parse(?)";

    /** All checks of a folder, by name. */
    public static List<Check> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "No folder of checks at " + folder.toAbsolutePath() + ": name the folder of SQL with --sql DIR");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .map(Check::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder + ": " + e.getMessage(), e);
        }
    }

    public static Check parse(String text, String origin) {
        Matcher header = HEADER.matcher(text);
        if (!header.find()) {
            throw new IllegalArgumentException(origin + " must start with '-- <name>: <what holds>'");
        }
        return new Check(header.group(1), header.group(2), text.strip());
    }

    public boolean asksForEnds() {
        return sql.contains(ENDS);
    }

    private static Check read(Path file) {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
