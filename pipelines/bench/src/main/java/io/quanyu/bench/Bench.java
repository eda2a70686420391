package io.quanyu.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program behind {@code pipelines/bench/run}. */
@Command(
        name = "run",
        description = "Measures what identity costs. Each command prints Markdown for README.md.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            IdentityCommand.class,
            LatencyCommand.class,
            HotPhoneCommand.class,
            ContestantCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Bench {

    private Bench() {}

    public static void main(String[] args) {
        // Flink's threads would keep the process alive.
        System.exit(new CommandLine(new Bench()).execute(args));
    }
}
