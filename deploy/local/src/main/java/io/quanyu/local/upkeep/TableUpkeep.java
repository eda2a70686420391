package io.quanyu.local.upkeep;

import io.quanyu.jobs.iceberg.Pile;
import java.util.Optional;

/**
 * What was done for a table.
 *
 * @param problem why it was not all; empty if it was
 */
public record TableUpkeep(String table, Pile before, Pile after, Optional<String> problem) {

    /** Whether anything is different from before. */
    public boolean didSomething() {
        return !before.equals(after);
    }
}
