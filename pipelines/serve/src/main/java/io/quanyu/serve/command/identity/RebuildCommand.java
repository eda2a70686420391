package io.quanyu.serve.command.identity;

import io.quanyu.serve.ask.audit.DwdEvidence;
import io.quanyu.serve.command.Attempt;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Derives who is who from the stored events alone, and holds the platform against it. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description =
                "Derives all evidence anew from the events in dwd, resolves it, and compares with what the platform says: the"
                        + " person of every identifier, and why evidence is held back. Changes nothing. Exit code 1 if there"
                        + " is a difference.",
        footer = {"", "Example: ./quanyu identity rebuild --tenant mei"})
final class RebuildCommand implements Callable<Integer> {

    @Mixin
    IdentityAuditOptions options = new IdentityAuditOptions();

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        return Attempt.run(err, () -> options.audit(spec, trino -> new DwdEvidence(trino, err::println)));
    }
}
