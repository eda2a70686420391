package io.quanyu.local;

import io.quanyu.local.demo.DemoCommand;
import io.quanyu.local.platform.DataForm;
import io.quanyu.local.process.StartFailed;
import io.quanyu.local.scenario.ScenarioCommand;
import io.quanyu.serve.ask.platform.PlatformUnreachable;
import io.quanyu.serve.command.ExitCode;
import io.quanyu.serve.command.ServeCommands;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The program behind {@code ./quanyu}. */
@Command(
        name = "quanyu",
        description = "Who is who, what they are worth, which channel brought them: over all platforms of a merchant.",
        mixinStandardHelpOptions = true,
        version = "quanyu " + DataForm.BUILD,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            StatusCommand.class,
            DownCommand.class,
            RebuildCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            MaintainCommand.class,
            ScenarioCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Quanyu {

    private Quanyu() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        CommandLine quanyu = new CommandLine(new Quanyu());
        ServeCommands.addTo(quanyu);
        ServeCommands.printUtf8(quanyu);
        return quanyu.setExecutionExceptionHandler(Quanyu::explain);
    }

    /** A failure that says what to do is told without a stack trace; any other is a fault of ours and shows it. */
    private static int explain(Exception failure, CommandLine command, ParseResult arguments) {
        PrintWriter words = command.getErr();
        if (isEnding()) {
            return ExitCode.UNREACHABLE;
        }
        if (failure instanceof StartFailed || failure instanceof PlatformUnreachable) {
            words.println(failure.getMessage());
        } else {
            failure.printStackTrace(words);
        }
        words.flush();
        return ExitCode.UNREACHABLE;
    }

    /** After Ctrl-C every part that ends makes another fail: nobody needs to hear of it. */
    private static boolean isEnding() {
        Thread nothing = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(nothing);
            Runtime.getRuntime().removeShutdownHook(nothing);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }
}
