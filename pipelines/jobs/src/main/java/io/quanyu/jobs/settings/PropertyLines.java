package io.quanyu.jobs.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lines of a settings file: known keys only, with what the environment adds to their values. */
final class PropertyLines {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

    private PropertyLines() {}

    /** Values by key; for {@code ${NAME}} stands what the environment has under that name. */
    static Map<String, String> read(Path file, Map<String, String> environment) {
        var values = new HashMap<String, String>();
        properties(file).forEach((key, value) -> {
            String name = String.valueOf(key);
            if (!Key.isKnown(name)) {
                throw new IllegalArgumentException(
                        "There is no setting " + name + ": did you mean " + Key.nearest(name) + "? (" + file + ")");
            }
            values.put(name, replaced(name, String.valueOf(value).strip(), file, environment));
        });
        return values;
    }

    private static String replaced(String key, String value, Path file, Map<String, String> environment) {
        return VARIABLE.matcher(value).replaceAll(match -> {
            String found = environment.get(match.group(1));
            if (found == null) {
                throw new IllegalArgumentException(key + " needs the environment variable " + match.group(1)
                        + ", which is not set: set it where the job is submitted (" + file + ")");
            }
            return Matcher.quoteReplacement(found);
        });
    }

    private static Properties properties(Path file) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot read the settings file " + file + ": " + e, e);
        }
    }
}
