package io.quanyu.local;

import io.quanyu.jobs.iceberg.LakeTables;
import io.quanyu.local.flink.FlinkPage;
import io.quanyu.local.platform.DiskUse;
import io.quanyu.local.platform.PlatformFolder;
import io.quanyu.local.platform.Progress;
import io.quanyu.local.upkeep.Housekeeping;
import io.quanyu.local.upkeep.LakeUpkeep;
import io.quanyu.local.upkeep.TableUpkeep;
import io.quanyu.local.upkeep.UpkeepRules;
import io.quanyu.serve.ask.platform.RunningPlatform;
import io.quanyu.serve.command.Attempt;
import io.quanyu.serve.command.DataFolder;
import io.quanyu.serve.command.ExitCode;
import io.quanyu.serve.command.rows.AlignedRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "maintain",
        description = "Tidies the lake now: few files of many, no former states, nothing that was left behind.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "A platform that runs does this by itself, a table with 20 small files or more once a minute. Jobs and readers go on meanwhile. A"
                    + " query that takes longer than the history may find that its files are gone: ask again.",
            "",
            "Exit code 0: done. 1: not at every table, as the last column says. 3: no platform runs, or it does not answer.",
            "",
            "Example: ./quanyu maintain --history-minutes 60"
        })
final class MaintainCommand implements Callable<Integer> {

    private static final int ANY_CROWD = 2;

    @Option(
            names = "--history-minutes",
            paramLabel = "N",
            defaultValue = "15",
            description = "Keep former states of tables for so long, counted back from the newest checkpoints (default:"
                    + " ${DEFAULT-VALUE}).")
    private long historyMinutes;

    @Option(
            names = "--stray-days",
            paramLabel = "N",
            defaultValue = "3",
            description = "Keep files that no state of a table knows for so long (default: ${DEFAULT-VALUE}).")
    private long strayDays;

    @Mixin
    private DataFolder data = new DataFolder();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (historyMinutes < 0 || strayDays < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--history-minutes is 0 or more and --stray-days 1 or more, but they are " + historyMinutes
                            + " and " + strayDays);
        }
        return Attempt.run(spec.commandLine().getErr(), this::maintain);
    }

    private int maintain() throws SQLException, InterruptedException {
        PlatformFolder folder = new PlatformFolder(data.path());
        RunningPlatform platform = data.platform();
        long before = DiskUse.sizeOf(folder.lake());
        List<TableUpkeep> done = tidy(folder, platform, Progress.on(System.err));
        print(done);
        System.err.printf(
                "The lake had %d MiB on disk and has %d.%n", before >> 20, DiskUse.sizeOf(folder.lake()) >> 20);
        return done.stream().allMatch(table -> table.problem().isEmpty()) ? ExitCode.OK : ExitCode.ALARMING;
    }

    private List<TableUpkeep> tidy(PlatformFolder folder, RunningPlatform platform, Progress progress)
            throws SQLException, InterruptedException {
        Optional<Instant> saved = FlinkPage.of(platform).saved(Housekeeping.WRITERS);
        if (saved.isEmpty()) {
            progress.say(
                    "A job has no checkpoint of this run yet, or does not run: nothing is forgotten and no file deleted");
        }
        var rules = new UpkeepRules(ANY_CROWD, Duration.ofMinutes(historyMinutes), Duration.ofDays(strayDays));
        var done = new ArrayList<TableUpkeep>();
        try (LakeTables tables = LakeTables.of(folder.lakeSettings());
                Connection trino = platform.connect()) {
            var upkeep = new LakeUpkeep(tables, trino, rules);
            List<String> names = tables.names();
            for (String table : names) {
                progress.say("%2d of %d  %s".formatted(done.size() + 1, names.size(), table));
                done.add(upkeep.tidyAll(table, saved, Instant.now()));
            }
        }
        return done;
    }

    private void print(List<TableUpkeep> done) {
        var rows = new AlignedRows(spec.commandLine().getOut());
        rows.columns(List.of("table", "files", "now", "states", "now ", "KiB", "now  ", "problem"));
        for (TableUpkeep table : done) {
            rows.row(List.of(
                    table.table(),
                    table.before().files(),
                    table.after().files(),
                    table.before().snapshots(),
                    table.after().snapshots(),
                    table.before().bytes() >> 10,
                    table.after().bytes() >> 10,
                    table.problem().orElse("")));
        }
        rows.end();
    }
}
