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

/** Blocks identifiers: they join nobody. */
@Command(
        name = "block",
        mixinStandardHelpOptions = true,
        description =
                "Lets identifiers join nobody, as if they had never tied anybody: a shop's own phone, a reseller's account.",
        footer = {
            "",
            "Example: the phone at the counter was typed in whenever a customer had none.",
            "  ./quanyu identity block 13800000000 --tenant tea --reason \"phone of the store\""
        })
final class BlockCommand implements Callable<Integer> {

    @Mixin
    NamedIdentifiers named = new NamedIdentifiers();

    @Mixin
    RulingOptions options = new RulingOptions();

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        return Attempt.run(spec.commandLine().getErr(), this::block);
    }

    private int block() throws IOException {
        List<IdentifierText> texts = named.read();
        List<IdentityRuled> rulings =
                options.publish(operator -> texts.stream().map(operator::block).toList());
        RulingReport.print(
                spec,
                rulings,
                rulings.size() + " blocked for tenant " + options.tenant
                        + ": from now on no tie over them joins anybody, and none that was seen before.",
                "Persons whom only they held together come apart within seconds; profiles, tags and credits follow.",
                "Take it back with ./quanyu identity unblock.");
        return ExitCode.OK;
    }
}
