package io.quanyu.serve.command.identity;

import io.quanyu.events.IdentityRuled;
import io.quanyu.serve.ask.identity.IdentifierText;
import io.quanyu.serve.command.Attempt;
import io.quanyu.serve.command.ExitCode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Takes blocks back: identifiers may join persons again. */
@Command(
        name = "unblock",
        mixinStandardHelpOptions = true,
        description = "Lets identifiers join persons again that were blocked.",
        footer = {
            "",
            "Example: the store gave the number up, and it is a customer's now.",
            "  ./quanyu identity unblock 13800000000 --tenant tea --reason \"no longer the store's\""
        })
final class UnblockCommand implements Callable<Integer> {

    @Mixin
    NamedIdentifiers named = new NamedIdentifiers();

    @Mixin
    RulingOptions options = new RulingOptions();

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        return Attempt.run(spec.commandLine().getErr(), this::unblock);
    }

    private int unblock() throws IOException {
        List<IdentifierText> texts = named.read();
        List<IdentityRuled> rulings = options.publish(
                operator -> texts.stream().map(operator::unblock).toList());
        RulingReport.print(
                spec,
                rulings,
                rulings.size() + " unblocked for tenant " + options.tenant
                        + ": they may join again, by every tie that was ever seen, within the limits of their type.",
                "Persons whom they tie join within seconds; profiles, tags and credits follow.");
        return ExitCode.OK;
    }
}
