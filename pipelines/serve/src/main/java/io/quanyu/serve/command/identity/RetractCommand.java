package io.quanyu.serve.command.identity;

import io.quanyu.domain.identity.IdentityPolicy;
import io.quanyu.events.IdentityRuled;
import io.quanyu.serve.ask.identity.IdentifierText;
import io.quanyu.serve.command.Attempt;
import io.quanyu.serve.command.ExitCode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Retracts evidence: a tie between two identifiers that was wrong. */
@Command(
        name = "retract",
        mixinStandardHelpOptions = true,
        description = "Says for good that a tie between two identifiers was wrong, also if it is seen again.",
        footer = {
            "",
            "Example: Li's order was placed with Wang's phone, by mistake.",
            "  ./quanyu identity retract 'yz_open_id|youzan:1|li' 13800000000 --rule buyer-phone \\",
            "      --tenant tea --reason \"typing error, the customer called\""
        })
final class RetractCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "LEFT",
            converter = OrStandardInput.class,
            description = "One end: " + IdentifierText.FORM + "." + OrStandardInput.HELP)
    String left = "";

    @Parameters(
            index = "1",
            paramLabel = "RIGHT",
            converter = OrStandardInput.class,
            description = "The other end; which is which does not matter.")
    String right = "";

    @Option(
            names = "--rule",
            required = true,
            paramLabel = "RULE",
            description = "By which rule they were tied, for example buyer-phone.")
    String rule = "";

    @Mixin
    RulingOptions options = new RulingOptions();

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        return Attempt.run(spec.commandLine().getErr(), this::retract);
    }

    private int retract() {
        requireRule();
        IdentifierText one = IdentifierText.of(left);
        IdentifierText other = IdentifierText.of(right);
        List<IdentityRuled> rulings = options.publish(operator -> List.of(operator.retract(one, other, rule)));
        RulingReport.print(
                spec,
                rulings,
                "Retracted for tenant " + options.tenant
                        + ", for good: this tie joins nobody, also if it is seen again.",
                "If no other evidence holds the two together, they come apart within seconds; profiles, tags and credits"
                        + " follow.");
        return ExitCode.OK;
    }

    /** A rule that does not exist would be a ruling without effect. */
    private void requireRule() {
        Set<String> known = new TreeSet<>(IdentityPolicy.standard().rules().keySet());
        if (!known.contains(rule)) {
            throw new IllegalArgumentException("--rule " + rule + " is not known, only " + String.join(", ", known));
        }
    }
}
