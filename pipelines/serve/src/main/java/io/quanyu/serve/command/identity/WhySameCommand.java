package io.quanyu.serve.command.identity;

import io.quanyu.serve.ask.identity.IdentifierText;
import io.quanyu.serve.ask.identity.NamedPerson;
import io.quanyu.serve.ask.identity.PersonSearch;
import io.quanyu.serve.ask.identity.PhoneKeys;
import io.quanyu.serve.ask.identity.WhySame;
import io.quanyu.serve.command.Attempt;
import io.quanyu.serve.command.DataFolder;
import io.quanyu.serve.command.ExitCode;
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

/** Says why two identifiers are one person, or why they are not. */
@Command(
        name = "why-same",
        mixinStandardHelpOptions = true,
        description =
                "Shows the shortest chain of evidence that makes two names one person, with the event behind each step. If"
                        + " they are two, shows what was held back that would have joined them. Exit code 0 if they are one"
                        + " person, 1 if they are not or if one is nobody.",
        footer = {"", "Example: ./quanyu identity why-same 'external_userid|wwcorp|wmA' 'yz_open_id|youzan:10001|EkZu'"
        })
final class WhySameCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "A",
            converter = OrStandardInput.class,
            description = "One name: " + IdentifierText.FORM + ", or a one_id." + OrStandardInput.HELP)
    String one = "";

    @Parameters(index = "1", paramLabel = "B", converter = OrStandardInput.class, description = "The other name.")
    String other = "";

    @Option(names = "--tenant", defaultValue = "", description = "Only this merchant's people (default: all).")
    String tenant = "";

    @Mixin
    DataFolder data = new DataFolder();

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        return Attempt.run(spec.commandLine().getErr(), this::whySame);
    }

    private int whySame() throws SQLException {
        try (Connection trino = data.platform().connect()) {
            var search = new PersonSearch(trino, new PhoneKeys(data.path()), tenant);
            Optional<NamedPerson> from = found(search, one);
            Optional<NamedPerson> to = found(search, other);
            if (from.isEmpty() || to.isEmpty()) {
                return ExitCode.ALARMING;
            }
            WhySame answer = WhySame.ask(trino, from.get(), to.get());
            new WhySameReport(answer).print(spec.commandLine().getOut());
            return answer.isSame() ? ExitCode.OK : ExitCode.ALARMING;
        }
    }

    private Optional<NamedPerson> found(PersonSearch search, String name) throws SQLException {
        Optional<NamedPerson> found = search.find(name);
        if (found.isEmpty()) {
            spec.commandLine().getErr().println(search.notFound(name));
        }
        return found;
    }
}
