package io.quanyu.local.upkeep;

import io.quanyu.jobs.iceberg.LakeTables;
import io.quanyu.jobs.iceberg.Pile;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps the tables of a lake small, beside jobs that write and people who read: Trino makes few files of many, former states are forgotten, and
 * what no state knows is deleted. What fails at one table, because somebody else was faster, succeeds the next time.
 *
 * <p>Not for several threads.
 */
public final class LakeUpkeep {

    private static final String COMPACT = "alter table lake.%s execute optimize(file_size_threshold => '%dB')";
    private static final String SHORT_STRAYS = "set session lake.remove_orphan_files_min_retention = '0s'";
    private static final String DELETE_STRAYS =
            "alter table lake.%s execute remove_orphan_files(retention_threshold => '%ds')";

    private final LakeTables tables;
    private final Connection trino;
    private final UpkeepRules rules;

    public LakeUpkeep(LakeTables tables, Connection trino, UpkeepRules rules) {
        this.tables = tables;
        this.trino = trino;
        this.rules = rules;
    }

    /**
     * Compacts a table if it is crowded, and forgets its former states.
     *
     * @param saved when the oldest of the newest complete checkpoints of all jobs began; empty if a job has none, and nothing is forgotten
     */
    public TableUpkeep tidy(String table, Optional<Instant> saved) {
        return told(table, before -> {
            if (before.crowd() >= rules.crowd()) {
                run(COMPACT.formatted(table, LakeTables.SMALL_BYTES));
            }
            forget(table, saved);
        });
    }

    /** The same, and deletes what was left behind. */
    public TableUpkeep tidyAll(String table, Optional<Instant> saved, Instant now) {
        TableUpkeep tidied = tidy(table, saved);
        if (tidied.problem().isPresent() || saved.isEmpty()) {
            return tidied;
        }
        TableUpkeep cleaned = told(table, ignored -> deleteStrays(table, saved.get(), now));
        return new TableUpkeep(table, tidied.before(), cleaned.after(), cleaned.problem());
    }

    /** Forgets the former states of a table; {@code saved} as in {@link #tidy}. */
    public void forget(String table, Optional<Instant> saved) {
        saved.ifPresent(instant -> tables.forget(table, instant.minus(rules.history())));
    }

    /** Trino counts back from {@code now}. */
    private void deleteStrays(String table, Instant saved, Instant now) throws SQLException {
        Duration age = Duration.between(saved, now).plus(rules.strays());
        run(SHORT_STRAYS);
        run(DELETE_STRAYS.formatted(table, age.toSeconds() + 1));
    }

    private TableUpkeep told(String table, Step step) {
        Pile before = tables.pile(table);
        try {
            step.run(before);
            return new TableUpkeep(table, before, tables.pile(table), Optional.empty());
        } catch (SQLException | RuntimeException e) {
            return new TableUpkeep(table, before, tables.pile(table), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = trino.createStatement()) {
            statement.execute(sql);
        }
    }

    @FunctionalInterface
    private interface Step {
        void run(Pile before) throws SQLException;
    }
}
