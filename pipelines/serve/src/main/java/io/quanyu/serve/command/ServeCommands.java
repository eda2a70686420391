package io.quanyu.serve.command;

import io.quanyu.serve.command.identity.IdentityCommand;
import io.quanyu.serve.command.rows.VisibleWriter;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The commands that ask something of a running platform. */
public final class ServeCommands {

    private ServeCommands() {}

    /** Adds them below the main command. */
    public static void addTo(CommandLine main) {
        main.addSubcommand(new QueryCommand());
        main.addSubcommand(new ExportCommand());
        main.addSubcommand(new AuditCommand());
        main.addSubcommand(new IngestCommand());
        main.addSubcommand(new IdentityCommand());
        main.addSubcommand(new RulesCommand());
        main.addSubcommand(new TenantCommand());
        main.addSubcommand(new RetentionCommand());
    }

    /**
     * Makes a command and all below it print UTF-8 whatever the locale says, for the answers are in Chinese; and nothing of them that a terminal
     * would obey.
     */
    public static void printUtf8(CommandLine main) {
        main.setOut(utf8(FileDescriptor.out));
        main.setErr(utf8(FileDescriptor.err));
    }

    private static PrintWriter utf8(FileDescriptor stream) {
        var writer = new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8);
        return new PrintWriter(new BufferedWriter(new VisibleWriter(writer)), true);
    }
}
