package io.quanyu.serve.command.identity;

import picocli.CommandLine.Command;

/** Groups the commands about who is who. Alone it is wrong usage: picocli then lists what there is. */
@Command(
        name = "identity",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Who is who, why, and what a human decides about it.",
        subcommands = {
            ShowCommand.class,
            WhySameCommand.class,
            RebuildCommand.class,
            BlockCommand.class,
            UnblockCommand.class,
            RetractCommand.class,
            JoinCommand.class
        })
public final class IdentityCommand {}
