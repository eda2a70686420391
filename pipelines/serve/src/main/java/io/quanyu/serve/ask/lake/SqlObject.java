package io.quanyu.serve.ask.lake;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One file of {@code sql/}: a table or a view of the lake.
 *
 * @param layer schema it lives in, for example {@code dws}; also the name of its folder
 * @param name name in the schema; also the name of its file
 * @param isView false for a table
 * @param sql the one statement of the file, with its header comment
 * @param references other objects that it reads, as {@code layer.name}
 */
public record SqlObject(String layer, String name, boolean isView, String sql, SortedSet<String> references) {

    private static final Pattern DEFINITION = Pattern.compile(
            "create\\s+(?:or\\s+replace\\s+view|table\\s+if\\s+not\\s+exists)\\s+lake\\.(\\w+)\\.(\\w+)");
    private static final Pattern REFERENCE = Pattern.compile("\\blake\\.(\\w+)\\.(\\w+)");
    private static final Pattern COMMENT_OR_TEXT = Pattern.compile("--[^\\n]*|'(?:[^']|'')*'");

    /**
     * Reads the text of a file.
     *
     * @param origin where the text comes from, for messages
     */
    public static SqlObject parse(String text, String origin) {
        String code = COMMENT_OR_TEXT.matcher(text).replaceAll("''");
        Matcher definition = DEFINITION.matcher(code);
        if (!definition.find()) {
            throw new IllegalArgumentException(origin + " defines nothing: it must have one 'create table if not exists"
                    + " lake.<layer>.<name>' or 'create or replace view lake.<layer>.<name>'");
        }
        String layer = definition.group(1);
        String name = definition.group(2);
        boolean isView = definition.group().contains("view");
        return new SqlObject(layer, name, isView, text.strip(), referencesIn(code, layer + "." + name));
    }

    /** Name in the catalog, for example {@code dws.profile}. */
    public String qualifiedName() {
        return layer + "." + name;
    }

    /** Its file from the root of the repository, for messages, for example {@code sql/dws/profile.sql}. */
    public String file() {
        return "sql/" + layer + "/" + name + ".sql";
    }

    private static SortedSet<String> referencesIn(String code, String self) {
        var references = new TreeSet<String>();
        Matcher reference = REFERENCE.matcher(code);
        while (reference.find()) {
            references.add(reference.group(1) + "." + reference.group(2));
        }
        references.remove(self);
        return references;
    }
}
