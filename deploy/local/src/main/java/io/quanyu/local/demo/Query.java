package io.quanyu.local.demo;

import io.quanyu.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A question of the demo: a file beside this class, asked about the demo's merchant. */
final class Query {

    /** What to do with the rows. */
    interface Rows {
        void read(ResultSet rows) throws SQLException;
    }

    private Query() {}

    static void ask(Connection trino, String name, Rows rows) throws SQLException {
        try (Statement statement = trino.createStatement();
                ResultSet answer = statement.executeQuery(text(name))) {
            rows.read(answer);
        }
    }

    private static String text(String name) {
        try (InputStream in = Query.class.getResourceAsStream(name + ".sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("{tenant}", World.TENANT);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name + ".sql", e);
        }
    }
}
