package io.quanyu.serve.ask.lake;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * One statement that changes the lake.
 *
 * @param what it does, for people, for example {@code dws.profile_change gets column level}
 */
record LakeStep(String what, String sql) {

    static LakeStep make(SqlObject object) {
        return new LakeStep(object.file(), object.sql());
    }

    void run(Connection trino) throws SQLException {
        try (Statement statement = trino.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SQLException("Trino refuses " + what + ": " + e.getMessage(), e);
        }
    }
}
