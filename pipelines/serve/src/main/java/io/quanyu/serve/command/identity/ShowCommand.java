package io.quanyu.serve.command.identity;

import io.quanyu.serve.ask.identity.NamedPerson;
import io.quanyu.serve.ask.identity.PersonCards;
import io.quanyu.serve.ask.identity.PersonSearch;
import io.quanyu.serve.ask.identity.PhoneKeys;
import io.quanyu.serve.command.Attempt;
import io.quanyu.serve.command.DataFolder;
import io.quanyu.serve.command.ExitCode;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
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
            "  ./quanyu identity show - --tenant mei < phone.txt"
        })
final class ShowCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "IDENTIFIER|ONE_ID|PHONE",
            converter = OrStandardInput.class,
            description =
                    "type|scope|value, a one_id, or a phone, which is hashed and never printed." + OrStandardInput.HELP)
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
            new PersonReport(new PersonCards(trino).of(person))
                    .print(spec.commandLine().getOut());
            return ExitCode.OK;
        }
    }
}
