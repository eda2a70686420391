package io.quanyu.serve.command.identity;

import io.quanyu.events.IdentityRuled;
import io.quanyu.ingest.PhoneGuard;
import io.quanyu.ingest.privacy.TextGuard;
import io.quanyu.serve.ask.identity.Operator;
import io.quanyu.serve.ask.identity.Rulings;
import io.quanyu.serve.ask.platform.DataKeys;
import io.quanyu.serve.ask.platform.RunningPlatform;
import io.quanyu.serve.command.DataFolder;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who decides, for which merchant and why; and the way of such a decision to the running platform. */
final class RulingOptions {

    @Option(names = "--tenant", defaultValue = "default", description = "The merchant (default: ${DEFAULT-VALUE}).")
    String tenant = "default";

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why, for whoever asks later. Numbers of people in it are masked.")
    String reason = "";

    @Option(
            names = "--operator",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who decides (default: the user of this machine).")
    String operator = "";

    @Mixin
    DataFolder data = new DataFolder();

    /** Publishes what the operator decides now, and returns when Kafka has it. */
    List<IdentityRuled> publish(Function<Operator, List<IdentityRuled>> decide) {
        RunningPlatform platform = data.platform();
        List<IdentityRuled> rulings =
                decide.apply(operator()).stream().distinct().toList();
        Rulings.publish(platform.kafka(), tenant, rulings);
        return rulings;
    }

    private Operator operator() {
        var now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
        return new Operator(
                tenant, operator, TextGuard.mask(reason), now, PhoneGuard.withKeys(DataKeys.in(data.path())));
    }
}
