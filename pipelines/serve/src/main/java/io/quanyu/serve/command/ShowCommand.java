package io.quanyu.serve.command;

import io.quanyu.serve.ask.identity.NamedPerson;
import io.quanyu.serve.ask.identity.PersonCard;
import io.quanyu.serve.ask.identity.PersonSearch;
import io.quanyu.serve.ask.identity.PersonTies;
import io.quanyu.serve.ask.identity.PhoneKeys;
import io.quanyu.serve.ask.identity.Tie;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows a person: by which names, since when, and why. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description =
                "Shows the person whom an identifier, a one_id (also a retired one) or a phone names: all identifiers since"
                        + " when, the evidence that joins them, and what was held back and why. Exit code 1 if nobody is"
                        + " known by it.",
        footer = {
            "",
            "Examples:",
            "  ./quanyu identity show 'yz_open_id|youzan:10001|EkZu'",
            "  ./quanyu identity show p433ne2e386u58c75",
            "  ./quanyu identity show 13800000000 --tenant mei"
        })
final class ShowCommand implements Callable<Integer> {

    private static final String NAMES =
            """
            select
                identifier_text,
                coalesce(anchor, false),
                date_diff('millisecond', timestamp '1970-01-01 00:00:00 UTC', valid_at)
            from lake.dim.identity
            where tenant = ?
                and one_id = ?
            """;

    private static final String RETIRED =
            """
            select
                retired_one_id,
                anchor,
                date_diff('millisecond', timestamp '1970-01-01 00:00:00 UTC', valid_at)
            from lake.dim.identity_redirect
            where tenant = ?
                and one_id = ?
            order by valid_at, retired_one_id
            """;

    @Parameters(
            paramLabel = "IDENTIFIER|ONE_ID|PHONE",
            description = "type|scope|value, a one_id, or a phone, which is hashed and never printed.")
    String name = "";

    @Option(names = "--tenant", defaultValue = "", description = "Only this merchant's people (default: all).")
    String tenant = "";

    @Mixin
    DataFolder data = new DataFolder();

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        return Attempt.run(spec.commandLine().getErr(), this::show);
    }

    private int show() throws SQLException {
        PrintWriter err = spec.commandLine().getErr();
        try (Connection trino = data.platform().connect()) {
            var search = new PersonSearch(trino, new PhoneKeys(data.path()), tenant);
            Optional<NamedPerson> found = search.find(name);
            if (found.isEmpty()) {
                err.println(search.notFound(name));
                return ExitCode.ALARMING;
            }
            NamedPerson person = found.get();
            if (person.retiredOneId() != null) {
                err.println(person.retiredOneId() + " 已停用，现为 is retired and leads to " + person.oneId());
            }
            card(trino, person).print(spec.commandLine().getOut());
            return ExitCode.OK;
        }
    }

    private static PersonCard card(Connection trino, NamedPerson person) throws SQLException {
        List<Tie> ties = new PersonTies(trino, person.tenant()).of(List.of(person.oneId()));
        return new PersonCard(person.tenant(), person.oneId(), retired(trino, person), names(trino, person), ties);
    }

    private static List<PersonCard.Retired> retired(Connection trino, NamedPerson person) throws SQLException {
        List<PersonCard.Retired> retired = new ArrayList<>();
        try (PreparedStatement query = ask(trino, RETIRED, person);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                retired.add(new PersonCard.Retired(rows.getString(1), rows.getString(2), rows.getLong(3)));
            }
        }
        return retired;
    }

    private static List<PersonCard.Name> names(Connection trino, NamedPerson person) throws SQLException {
        List<PersonCard.Name> names = new ArrayList<>();
        try (PreparedStatement query = ask(trino, NAMES, person);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                names.add(new PersonCard.Name(rows.getString(1), rows.getBoolean(2), rows.getLong(3)));
            }
        }
        return names;
    }

    private static PreparedStatement ask(Connection trino, String sql, NamedPerson person) throws SQLException {
        PreparedStatement query = trino.prepareStatement(sql);
        query.setString(1, person.tenant());
        query.setString(2, person.oneId());
        return query;
    }
}
