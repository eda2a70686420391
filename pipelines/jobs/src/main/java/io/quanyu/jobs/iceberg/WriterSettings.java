package io.quanyu.jobs.iceberg;

import java.util.Map;

/**
 * How many tasks write one table at a time. Each adds a file for each partition of the table with every checkpoint, so more
 * writers are for tables that one task cannot keep up with.
 *
 * @param each of a table that is not named
 * @param byTable for example 4 for {@code dwd.behaved}
 */
public record WriterSettings(int each, Map<String, Integer> byTable) {

    /** One for every table. */
    public static final WriterSettings ONE = new WriterSettings(1, Map.of());

    public WriterSettings {
        byTable = Map.copyOf(byTable);
        requirePositive("lake.writers", each);
        byTable.forEach((table, writers) -> requirePositive("lake.writers." + table, writers));
    }

    int of(String table) {
        return byTable.getOrDefault(table, each);
    }

    private static void requirePositive(String key, int writers) {
        if (writers < 1) {
            throw new IllegalArgumentException(key + " must be at least 1, but is " + writers);
        }
    }
}
