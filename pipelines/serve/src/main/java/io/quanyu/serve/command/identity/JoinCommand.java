package io.quanyu.serve.command.identity;

import io.quanyu.events.IdentityRuled;
import io.quanyu.serve.ask.identity.IdentifierText;
import io.quanyu.serve.command.Attempt;
import io.quanyu.serve.command.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Joins two accounts: a human knows that they are of one person. */
@Command(
        name = "join",
        mixinStandardHelpOptions = true,
        description = "Says that two accounts are of one person, also where evidence would keep them apart.",
        footer = {
            "",
            "Example: Li has a second WeChat account, and told us.",
            "  ./quanyu identity join 'external_userid|ww1|wmLi' 'external_userid|ww1|wmLi2' \\",
            "      --tenant tea --reason \"she said so in the chat\""
        })
final class JoinCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "ONE",
            converter = OrStandardInput.class,
            description = "One of the two: " + IdentifierText.FORM + "." + OrStandardInput.HELP)
    String one = "";

    @Parameters(
            index = "1",
            paramLabel = "OTHER",
            converter = OrStandardInput.class,
            description = "The other; which is which does not matter.")
    String other = "";

    @Mixin
    RulingOptions options = new RulingOptions();

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        return Attempt.run(spec.commandLine().getErr(), this::join);
    }

    private int join() {
        IdentifierText left = IdentifierText.of(one);
        IdentifierText right = IdentifierText.of(other);
        List<IdentityRuled> rulings = options.publish(operator -> List.of(operator.join(left, right)));
        RulingReport.print(
                spec,
                rulings,
                "Joined for tenant " + options.tenant
                        + ": the two are one person within seconds; profiles, tags and credits follow.",
                "A block of either still holds. Take it back, for good, with ./quanyu identity retract ONE OTHER --rule "
                        + rulings.get(0).getRule() + ".");
        return ExitCode.OK;
    }
}
