package io.quanyu.serve.command.identity;

import io.quanyu.serve.ask.audit.IdentityLake;
import io.quanyu.serve.command.Attempt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Holds who is who against the rules applied anew to all evidence in the lake. */
@Command(
        name = "identity",
        mixinStandardHelpOptions = true,
        description =
                "Resolves all evidence of dim.identity_evidence anew and compares: the person of every identifier, and why"
                        + " evidence is held back. Exit code 1 if there is a difference.",
        footer = {"", "Example: ./quanyu audit identity --tenant mei"})
public final class AuditIdentityCommand implements Callable<Integer> {

    @Mixin
    IdentityAuditOptions options = new IdentityAuditOptions();

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        return Attempt.run(spec.commandLine().getErr(), () -> options.audit(spec, IdentityLake::new));
    }
}
