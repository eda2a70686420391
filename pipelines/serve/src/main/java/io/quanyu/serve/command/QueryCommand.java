package io.quanyu.serve.command;

import io.quanyu.serve.ask.platform.Passwords.User;
import io.quanyu.serve.ask.query.QueryRows;
import io.quanyu.serve.command.rows.RowFormat;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks Trino one thing. */
@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        description =
                "Runs one SQL statement on the lake and prints its rows. Tables are named layer.table, for example"
                        + " dws.profile; sql/DICTIONARY.md lists them.")
public final class QueryCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SQL", description = "The statement, in Trino's SQL.")
    String sql = "";

    @Option(
            names = "--format",
            defaultValue = "table",
            converter = RowFormat.Converter.class,
            description = "table, tsv, csv or jsonl (default: ${DEFAULT-VALUE}).")
    RowFormat format = RowFormat.TABLE;

    @Option(names = "--write", description = "Let the statement change something; without, it only reads.")
    boolean writes;

    @Mixin
    DataFolder data = new DataFolder();

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        return Attempt.run(spec.commandLine().getErr(), this::query);
    }

    private int query() throws SQLException {
        PrintWriter err = spec.commandLine().getErr();
        try (Connection trino = data.platform().connect(writes ? User.QUANYU : User.ANALYST);
                Statement statement = trino.createStatement()) {
            if (!statement.execute(withoutSemicolon())) {
                err.println(statement.getUpdateCount() < 0 ? "Done" : statement.getUpdateCount() + " rows changed");
                return ExitCode.OK;
            }
            try (ResultSet rows = statement.getResultSet()) {
                long count = QueryRows.print(rows, format.to(spec.commandLine().getOut()));
                err.println(count == 1 ? "1 row" : count + " rows");
                return ExitCode.OK;
            }
        }
    }

    private String withoutSemicolon() {
        String trimmed = sql.strip();
        if (trimmed.isEmpty()) {
            throw new IllegalArgumentException("There is no SQL to run: ./quanyu query \"select * from dws.profile\"");
        }
        return trimmed.endsWith(";") ? trimmed.substring(0, trimmed.length() - 1) : trimmed;
    }
}
