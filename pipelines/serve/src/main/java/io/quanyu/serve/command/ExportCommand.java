package io.quanyu.serve.command;

import io.quanyu.domain.tag.TagRules;
import io.quanyu.serve.ask.audience.Audience;
import io.quanyu.serve.command.rows.AudienceFile;
import io.quanyu.serve.command.rows.ExportFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes everybody who carries a tag into a file. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes the people who carry a tag into a file, one a line, phones masked.")
public final class ExportCommand implements Callable<Integer> {

    @Option(names = "--tag", required = true, description = "Code of the tag, for example live_sensitive.")
    String tag = "";

    @Option(names = "--tenant", defaultValue = "", description = "Only this merchant's people (default: all).")
    String tenant = "";

    @Option(
            names = "--format",
            defaultValue = "csv",
            converter = ExportFormat.Converter.class,
            description = "csv (opens in Excel) or jsonl (default: ${DEFAULT-VALUE}).")
    ExportFormat format = ExportFormat.CSV;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "File to write; replaced if it is there.")
    Path out = Path.of("");

    @Mixin
    DataFolder data = new DataFolder();

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        return Attempt.run(spec.commandLine().getErr(), this::export);
    }

    private int export() throws SQLException, IOException {
        // Also refuses a tag that does not exist, which would else look like an empty audience.
        String name = TagRules.chineseName(tag);
        long members;
        try (Connection trino = data.platform().connect()) {
            members = AudienceFile.write(new Audience(trino), tag, tenant, out, format);
        }
        PrintWriter err = spec.commandLine().getErr();
        err.println(members + (members == 1 ? " person carries " : " people carry ") + tag + " (" + name + "): "
                + out.toAbsolutePath());
        return ExitCode.OK;
    }
}
