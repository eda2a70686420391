package io.quanyu.serve.command;

import picocli.CommandLine.Command;

/** Groups the commands about the rules by which persons are judged. Alone it is wrong usage: picocli then lists what there is. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "By which rules persons are judged, and how to put others in force.",
        subcommands = {ShowRulesCommand.class, ReleaseRulesCommand.class})
final class RulesCommand {}
