package io.quanyu.local.upkeep;

import java.time.Duration;

/**
 * What is too much in a lake.
 *
 * @param crowd from so many small files in one partition on, a table is compacted; at least 2
 * @param history how long a former state of a table is kept, counted back from the newest checkpoints of the jobs: whoever reads it has that
 *     long to come to an end
 * @param strays how old a file is, counted likewise, that no state of its table knows, before it is taken for left behind
 */
public record UpkeepRules(int crowd, Duration history, Duration strays) {

    /** For a platform that runs. A compaction writes all small files anew, so it waits for some. */
    public static final UpkeepRules RUNNING = new UpkeepRules(20, Duration.ofMinutes(15), Duration.ofDays(3));

    public UpkeepRules {
        if (crowd < 2) {
            throw new IllegalArgumentException("A crowd of files is 2 or more, but is " + crowd);
        }
        if (history.isNegative() || strays.isNegative()) {
            throw new IllegalArgumentException("A time to keep cannot be negative: " + history + ", " + strays);
        }
    }
}
