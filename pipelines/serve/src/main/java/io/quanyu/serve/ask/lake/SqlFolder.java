package io.quanyu.serve.ask.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder {@code sql/}: every table and view of the lake, one a file in the folder of its layer.
 *
 * <p>{@link #applyTables} and then {@link #applyViews} bring a lake to what the folder says. They may run any number of
 * times.
 */
public final class SqlFolder {

    /** Layers from the facts to the answers; also the schemas of the catalog. */
    public static final List<String> LAYERS = List.of("ods", "dwd", "dim", "dws", "ads");

    private final Path folder;

    private SqlFolder(Path folder) {
        this.folder = folder;
    }

    public static SqlFolder at(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("No folder of SQL at " + folder.toAbsolutePath());
        }
        return new SqlFolder(folder);
    }

    /** All objects in the order in which they can be made: tables by layer and name, then views after what they read. */
    public List<SqlObject> inApplyOrder() {
        List<SqlObject> objects = read();
        var ordered = new LinkedHashMap<String, SqlObject>();
        objects.stream().filter(object -> !object.isView()).forEach(table -> ordered.put(table.qualifiedName(), table));

        Map<String, SqlObject> views = new TreeMap<>();
        objects.stream().filter(SqlObject::isView).forEach(view -> views.put(view.qualifiedName(), view));
        for (SqlObject view : views.values()) {
            addAfterWhatItReads(view, views, ordered, new TreeSet<>());
        }
        return List.copyOf(ordered.values());
    }

    /**
     * Makes the schemas and tables that are missing and brings those that are there to what their files say: all that the
     * jobs need.
     *
     * @return what changed in tables that were there, a line each
     * @throws SQLException if the lake cannot take it, with all reasons; then nothing was changed
     */
    public List<String> applyTables(Connection trino) throws SQLException {
        List<SqlObject> objects = inApplyOrder();
        Set<String> tables = objects.stream()
                .filter(object -> !object.isView())
                .map(SqlObject::qualifiedName)
                .collect(Collectors.toSet());
        return Migration.of(objects, ExistingLake.read(trino, tables)).run(trino);
    }

    /** Makes or replaces the views, once the tables are there: all that readers need besides. */
    public void applyViews(Connection trino) throws SQLException {
        for (SqlObject object : inApplyOrder()) {
            if (object.isView()) {
                LakeStep.make(object).run(trino);
            }
        }
    }

    private static void addAfterWhatItReads(
            SqlObject view, Map<String, SqlObject> views, Map<String, SqlObject> ordered, Set<String> path) {
        if (ordered.containsKey(view.qualifiedName())) {
            return;
        }
        if (!path.add(view.qualifiedName())) {
            throw new IllegalStateException("Views of sql/ read each other in a circle: " + path);
        }
        for (String reference : view.references()) {
            if (views.containsKey(reference)) {
                addAfterWhatItReads(views.get(reference), views, ordered, path);
            }
        }
        path.remove(view.qualifiedName());
        ordered.put(view.qualifiedName(), view);
    }

    private List<SqlObject> read() {
        var objects = new ArrayList<SqlObject>();
        for (String layer : LAYERS) {
            for (Path file : sqlFilesIn(folder.resolve(layer))) {
                objects.add(read(file));
            }
        }
        return objects;
    }

    private static SqlObject read(Path file) {
        try {
            return SqlObject.parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static List<Path> sqlFilesIn(Path layer) {
        if (!Files.isDirectory(layer)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(layer)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + layer + ": " + e.getMessage(), e);
        }
    }
}
