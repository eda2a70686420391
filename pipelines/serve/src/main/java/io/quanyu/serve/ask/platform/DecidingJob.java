package io.quanyu.serve.ask.platform;

import io.quanyu.contract.JobNames;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The job that decides what readers of the lake take. */
public final class DecidingJob {

    private DecidingJob() {}

    /** Its consumer group: that of the generation which is current. */
    public static String group(Connection trino) throws SQLException {
        try (Statement statement = trino.createStatement();
                ResultSet answer = statement.executeQuery("select generation from lake.dim.generation")) {
            answer.next();
            long generation = answer.getLong(1);
            return JobNames.group(generation == 1 ? JobNames.CUSTOMER : JobNames.CUSTOMER + '-' + generation);
        }
    }
}
