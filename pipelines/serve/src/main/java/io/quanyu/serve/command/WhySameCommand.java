package io.quanyu.serve.command;

import io.quanyu.domain.identity.Chain;
import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Identifier;
import io.quanyu.domain.identity.IdentityPolicy;
import io.quanyu.serve.ask.identity.IdentifierText;
import io.quanyu.serve.ask.identity.NamedPerson;
import io.quanyu.serve.ask.identity.PersonSearch;
import io.quanyu.serve.ask.identity.PersonTies;
import io.quanyu.serve.ask.identity.PhoneKeys;
import io.quanyu.serve.ask.identity.Tie;
import io.quanyu.serve.ask.identity.WhySame;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    @Parameters(index = "0", paramLabel = "A", description = "One name: " + IdentifierText.FORM + ", or a one_id.")
    String one = "";

    @Parameters(index = "1", paramLabel = "B", description = "The other name.")
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
            WhySame answer = answer(trino, from.get(), to.get());
            answer.print(spec.commandLine().getOut());
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

    private static WhySame answer(Connection trino, NamedPerson from, NamedPerson to) throws SQLException {
        if (!from.tenant().equals(to.tenant())) {
            return new WhySame(from, to, List.of(), List.of());
        }
        var persons = new PersonTies(trino, from.tenant());
        boolean same = from.oneId().equals(to.oneId());
        Set<String> way = same ? Set.of(from.oneId()) : persons.between(from.oneId(), to.oneId());
        List<Tie> ties = way.isEmpty() ? List.of() : persons.of(way);
        List<Evidence> walkable = ties.stream()
                .filter(tie -> way.contains(tie.leftOneId()) && way.contains(tie.rightOneId()))
                .filter(tie -> tie.joins() || !tie.leftOneId().equals(tie.rightOneId()))
                .map(Tie::evidence)
                .toList();
        return new WhySame(from, to, chain(walkable, from, to), ties);
    }

    private static List<Evidence> chain(List<Evidence> evidence, NamedPerson from, NamedPerson to) {
        return Chain.between(
                        evidence,
                        Identifier.parse(from.identifier()),
                        Identifier.parse(to.identifier()),
                        IdentityPolicy.standard())
                .orElse(List.of());
    }
}
