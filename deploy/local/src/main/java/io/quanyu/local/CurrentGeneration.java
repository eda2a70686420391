package io.quanyu.local;

import io.quanyu.jobs.CustomerApplication;
import io.quanyu.jobs.Generation;
import io.quanyu.local.process.StartFailed;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * The generation that readers of the lake take.
 *
 * @param generation what to run; empty if its state is lost, and a rebuild is under way
 */
record CurrentGeneration(Optional<Generation> toRun) {

    private static final String CURRENT = "select coalesce(max(generation), 1) from lake.dim.generation_change";
    private static final String ROWS =
            "select count(*) from (select 1 from lake.dim.identity_change where coalesce(generation, 1) = %d limit 1)";

    /**
     * As the lake says.
     *
     * @throws StartFailed if the lake has its rows and its state is lost, unless a rebuild was asked for: started from nothing, it would write all
     *     rows again
     */
    static CurrentGeneration of(Connection trino, PlatformFolder data) throws SQLException {
        Generation current = Generation.current(number(trino, CURRENT));
        Checkpoints checkpoints = new Checkpoints(data.checkpoints().resolve(current.name(CustomerApplication.NAME)));
        boolean resumes = checkpoints.newest().isPresent();
        if (resumes || number(trino, String.format(ROWS, current.number())) == 0) {
            return new CurrentGeneration(Optional.of(current));
        }
        if (RebuildFile.in(data).isEmpty()) {
            throw new StartFailed("The lake has what job " + CustomerApplication.NAME + " decided, but " + checkpoints.folder()
                    + " has no checkpoint to go on from. Put it back, or derive everything anew from the topics, beside what is"
                    + " there: ./quanyu rebuild");
        }
        return new CurrentGeneration(Optional.empty());
    }

    private static long number(Connection trino, String query) throws SQLException {
        try (Statement statement = trino.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getLong(1);
        }
    }
}
