package io.quanyu.local.demo;

import io.quanyu.serve.ask.audience.Audience;
import io.quanyu.serve.ask.query.QueryRows;
import io.quanyu.serve.command.rows.AlignedRows;
import io.quanyu.serve.command.rows.AudienceFile;
import io.quanyu.serve.command.rows.ExportFormat;
import io.quanyu.world.World;
import io.quanyu.world.truth.IdentityMeasure;
import io.quanyu.world.truth.Truth;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints what a played month answers, as a person wants to read it. */
final class Report {

    private static final String AUDIENCE = "live_sensitive";

    private final Connection trino;
    private final World world;
    private final PrintWriter out;

    Report(Connection trino, World world, PrintWriter out) {
        this.trino = trino;
        this.world = world;
        this.out = out;
    }

    /**
     * Prints all answers.
     *
     * @param exports folder for the exported audience
     */
    void print(Path exports) throws SQLException, IOException {
        ingested();
        table("活码漏斗", "Live-code funnel: people per code", "funnel");
        table("渠道归因", "Net revenue by channel in three models, yuan", "attribution");
        table("渠道投产", "Spend and ROI of the month (model last), yuan", "roi");
        alerts();
        identity();
        table("标签", "Tags, by rule", "tags");
        export(exports);
        out.flush();
    }

    /** Prints seconds by phase. */
    void phases(Phases phases) {
        heading("用时", "Seconds by phase");
        var rows = new AlignedRows(out);
        rows.columns(List.of("阶段 phase", "秒 seconds"));
        phases.durations()
                .forEach((name, took) ->
                        rows.row(List.of(name, Double.valueOf(Math.round(took.toMillis() / 100.0) / 10.0))));
        rows.end();
    }

    private void ingested() throws SQLException {
        Truth truth = world.truth();
        int broken =
                truth.refusals().values().stream().mapToInt(Integer::intValue).sum();
        heading("接入", "What came in");
        out.printf(
                Locale.ROOT,
                "%,d payloads; %,d of them were delivered twice and %,d are broken on purpose.%n%n",
                world.arrivals().size(),
                truth.repeats(),
                broken);
        rows("ingested");
        heading("拒收", "What was refused, and why");
        rows("refused");
    }

    private void alerts() throws SQLException {
        heading("ROI 预警", "ROI alerts");
        var alerts = new ArrayList<AlertLine>();
        Query.ask(trino, "alerts", answer -> {
            while (answer.next()) {
                alerts.add(AlertLine.of(answer));
            }
        });
        alerts.forEach(alert -> alert.print(out));
        long expected = world.truth().alerts().stream()
                .filter(truth -> alerts.stream().anyMatch(alert -> alert.answers(truth)))
                .count();
        out.printf(
                "真相 truth: %d of %d alerts that the month was made to raise are there; %d in all.%n",
                expected, world.truth().alerts().size(), alerts.size());
    }

    private void identity() throws SQLException {
        Map<String, String> oneIds = new HashMap<>();
        Query.ask(trino, "one_ids", answer -> {
            while (answer.next()) {
                oneIds.put(answer.getString(1), answer.getString(2));
            }
        });
        heading("身份", "Who is who, against the truth");
        print(IdentityMeasure.of(world.truth().people(), oneIds));
    }

    private void print(IdentityMeasure measure) {
        var rows = new AlignedRows(out);
        rows.columns(List.of("指标 measure", "值 value", "对数 pairs of accounts"));
        rows.row(List.of(
                "准确率 precision", percent(measure.precision()), measure.rightlyJoined() + " of " + measure.joined()));
        rows.row(List.of(
                "召回率 recall, where a payload links",
                percent(measure.recall()),
                measure.linkableFound() + " of " + measure.linkable()));
        rows.row(List.of(
                "召回率 recall of all, islands too",
                percent(measure.recallOfAll()),
                measure.rightlyJoined() + " of " + measure.all()));
        rows.end();
        out.printf("%n%d people with accounts; the platform sees %d persons.%n", measure.people(), measure.found());
    }

    private void export(Path exports) throws SQLException, IOException {
        Files.createDirectories(exports);
        Path file = exports.resolve(AUDIENCE + ".csv");
        long members = AudienceFile.write(new Audience(trino), AUDIENCE, World.TENANT, file, ExportFormat.CSV);
        heading("人群导出", "Exported audience");
        out.printf("%d people carry %s (直播敏感型): %s%n", members, AUDIENCE, file.toAbsolutePath());
    }

    private void table(String chinese, String english, String query) throws SQLException {
        heading(chinese, english);
        rows(query);
    }

    private void rows(String query) throws SQLException {
        Query.ask(trino, query, (ResultSet answer) -> QueryRows.print(answer, new AlignedRows(out)));
    }

    private void heading(String chinese, String english) {
        out.printf("%n== %s · %s ==%n%n", chinese, english);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
