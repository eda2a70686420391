package io.quanyu.local.lifecycle;

import io.quanyu.jobs.CustomerApplication;
import io.quanyu.jobs.Generation;
import io.quanyu.local.flink.Checkpoints;
import io.quanyu.local.platform.PlatformFolder;
import io.quanyu.local.process.StartFailed;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * The generation that readers of the lake take.
 *
 * @param toRun what to run; empty if its state is lost, and a rebuild is under way
 */
record CurrentGeneration(Optional<Generation> toRun) {

    private static final String CURRENT = "select coalesce(max(generation), 1) from lake.dim.generation_change";

    /** As the lake says, for jobs whose state is elsewhere. */
    static CurrentGeneration elsewhere(Connection trino) throws SQLException {
        return new CurrentGeneration(Optional.of(Generation.current(number(trino, CURRENT))));
    }

    /**
     * As the lake says, for jobs whose state is in the data folder.
     *
     * @throws StartFailed if the lake has its rows and its state is lost, unless a rebuild was asked for: started from nothing, it would write all
     *     rows again
     */
    static CurrentGeneration of(Connection trino, PlatformFolder data) throws SQLException {
        Generation current = Generation.current(number(trino, CURRENT));
        Checkpoints checkpoints = new Checkpoints(data.checkpoints().resolve(current.name(CustomerApplication.NAME)));
        boolean resumes = checkpoints.newest().isPresent();
        if (resumes || number(trino, rowsOf(current)) == 0) {
            return new CurrentGeneration(Optional.of(current));
        }
        if (RebuildFile.goingOn(data).isEmpty()) {
            throw new StartFailed(
                    "The lake has what job " + CustomerApplication.NAME + " decided, but " + checkpoints.folder()
                            + " has no checkpoint to go on from" + why(checkpoints)
                            + ". Put it back, or derive everything anew from the topics, beside what is"
                            + " there: ./quanyu rebuild");
        }
        return new CurrentGeneration(Optional.empty());
    }

    private static String why(Checkpoints checkpoints) {
        return checkpoints.flaws().stream().findFirst().map(flaw -> ": " + flaw).orElse("");
    }

    private static String rowsOf(Generation generation) {
        return "select count(*) from (select 1 from lake.dim.identity_change where coalesce(generation, 1) = "
                + generation.number() + " limit 1)";
    }

    private static long number(Connection trino, String query) throws SQLException {
        try (Statement statement = trino.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getLong(1);
        }
    }
}
