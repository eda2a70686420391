package io.quanyu.serve.ask.audit;

import io.quanyu.serve.ask.platform.Deadline;
import io.quanyu.serve.ask.platform.TopicEnds;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/** Holds the lake against checks. */
public final class LakeAudit {

    private static final int SHOWN_ROWS = 20;
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

    private final Connection trino;
    private final TopicEnds ends;
    private final Deadline deadline;

    /**
     * An audit of a lake.
     *
     * @param ends up to where topics should be in it
     * @param deadline until when a violation may still go away
     */
    public LakeAudit(Connection trino, TopicEnds ends, Deadline deadline) {
        this.trino = trino;
        this.ends = ends;
        this.deadline = deadline;
    }

    /**
     * Asks again, once at least and then while there is time: tables are committed one after another, so what a check sees may
     * be half a step apart.
     */
    public Violations violations(Check check) throws SQLException, InterruptedException {
        Violations violations = run(check);
        if (violations.isEmpty()) {
            return violations;
        }
        do {
            Thread.sleep(BETWEEN_TRIES.toMillis());
            violations = run(check);
        } while (!violations.isEmpty() && !deadline.isOver());
        return violations;
    }

    private Violations run(Check check) throws SQLException {
        try (PreparedStatement query = trino.prepareStatement(check.sql())) {
            if (check.asksForEnds()) {
                query.setString(1, ends.json());
            }
            try (ResultSet rows = query.executeQuery()) {
                return Violations.of(rows, SHOWN_ROWS);
            }
        }
    }
}
