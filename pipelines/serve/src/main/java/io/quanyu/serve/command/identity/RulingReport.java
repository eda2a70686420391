package io.quanyu.serve.command.identity;

import io.quanyu.contract.Identifiers;
import io.quanyu.events.IdentityRuled;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** Prints what was decided: on stdout a line each, event id and what it is about; on stderr what it means and what comes next. */
final class RulingReport {

    private RulingReport() {}

    static void print(CommandSpec command, List<IdentityRuled> rulings, String... words) {
        PrintWriter out = command.commandLine().getOut();
        rulings.forEach(ruling -> out.print(line(ruling) + "\n"));
        out.flush();
        PrintWriter err = command.commandLine().getErr();
        Stream.of(words).forEach(err::println);
    }

    private static String line(IdentityRuled ruling) {
        return ruling.getEventId()
                + '\t'
                + Stream.of(ruling.getIdentifier(), ruling.getLeftIdentifier(), ruling.getRightIdentifier())
                        .filter(Objects::nonNull)
                        .map(Identifiers::text)
                        .collect(Collectors.joining("\t"))
                + (ruling.getRule() == null ? "" : '\t' + ruling.getRule());
    }
}
