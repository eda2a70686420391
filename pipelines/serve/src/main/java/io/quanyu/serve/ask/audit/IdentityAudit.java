package io.quanyu.serve.ask.audit;

import io.quanyu.domain.identity.IdentityFacts;
import io.quanyu.domain.identity.IdentityPolicy;
import io.quanyu.domain.identity.Resolve;
import io.quanyu.serve.ask.audit.IdentityComparison.Difference;
import io.quanyu.serve.ask.platform.Deadline;
import io.quanyu.serve.ask.platform.DecidingJob;
import io.quanyu.serve.ask.platform.FactsThrough;
import io.quanyu.serve.ask.platform.HandledClock;
import io.quanyu.serve.ask.platform.KafkaTopics;
import io.quanyu.serve.ask.platform.PlatformUnreachable;
import io.quanyu.serve.ask.platform.RunningPlatform;
import io.quanyu.serve.command.ExitCode;
import io.quanyu.serve.command.rows.AlignedRows;
import io.quanyu.serve.command.rows.FirstRows;
import io.quanyu.serve.command.rows.ShanghaiTime;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Resolves a tenant's evidence anew and holds what the platform says against it, as of the instant that the platform has
 * judged. Where they differ it looks again while there is time: tables are committed one after another.
 */
public final class IdentityAudit {

    private static final int SHOWN_ROWS = 50;
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

    private final RunningPlatform platform;
    private final KafkaTopics kafka;
    private final Connection trino;
    private final PrintWriter out;
    private final PrintWriter err;

    public IdentityAudit(
            RunningPlatform platform, KafkaTopics kafka, Connection trino, PrintWriter out, PrintWriter err) {
        this.platform = platform;
        this.kafka = kafka;
        this.trino = trino;
        this.out = out;
        this.err = err;
    }

    /**
     * Prints how it stands with each tenant.
     *
     * @param tenant only this one, or empty for all
     * @return the exit code: alarming if there is a difference
     */
    public int run(EvidenceSource source, String tenant, Deadline deadline) throws SQLException, InterruptedException {
        new FactsThrough(kafka, DecidingJob.group(trino), deadline, err).await();
        long differences = 0;
        for (String one : tenants(source, tenant)) {
            differences += report(one, settled(source, one, deadline));
        }
        out.println(differences == 0 ? "0 differences" : differences + " differences");
        out.flush();
        return differences == 0 ? ExitCode.OK : ExitCode.ALARMING;
    }

    private record Judged(IdentityComparison comparison, long asOfMillis) {}

    private Judged settled(EvidenceSource source, String tenant, Deadline deadline)
            throws SQLException, InterruptedException {
        Judged judged = judge(source, tenant);
        while (!judged.comparison().differences().isEmpty() && !deadline.isOver()) {
            Thread.sleep(BETWEEN_TRIES.toMillis());
            judged = judge(source, tenant);
        }
        return judged;
    }

    private Judged judge(EvidenceSource source, String tenant) throws SQLException {
        String deciding = DecidingJob.group(trino);
        OptionalLong handled = HandledClock.read(platform.kafka(), kafka, deciding);
        long asOf = handled.orElseThrow(() -> new PlatformUnreachable("The platform's clock has not ticked, or the job "
                + deciding + " has made no checkpoint yet: nothing is decided. See ./quanyu status, and ask again"));
        var lake = new IdentityLake(trino);
        var facts = IdentityFacts.of(source.evidence(tenant, asOf), lake.rulings(tenant, asOf));
        var due = Resolve.resolve(facts, IdentityPolicy.standard(), asOf);
        return new Judged(IdentityComparison.of(lake.oneIds(tenant), lake.heldBack(tenant), due), asOf);
    }

    private SortedSet<String> tenants(EvidenceSource source, String tenant) throws SQLException {
        SortedSet<String> tenants = new TreeSet<>(new IdentityLake(trino).tenants());
        tenants.addAll(source.tenants());
        if (tenant.isEmpty()) {
            return tenants;
        }
        if (!tenants.contains(tenant)) {
            throw new IllegalArgumentException("--tenant " + tenant + " has no facts; there are: "
                    + (tenants.isEmpty() ? "none yet" : String.join(", ", tenants)));
        }
        return new TreeSet<>(List.of(tenant));
    }

    private int report(String tenant, Judged judged) {
        IdentityComparison comparison = judged.comparison();
        int differences = comparison.differences().size();
        out.println(String.format(
                "%-9s %s: %d identifiers, %d persons, %d held back, %s as of %s",
                differences == 0 ? "ok" : "DIFFERS",
                tenant,
                comparison.identifiers(),
                comparison.persons(),
                comparison.heldBack(),
                differences == 1 ? "1 difference" : differences + " differences",
                ShanghaiTime.text(judged.asOfMillis())));
        if (differences > 0) {
            print(comparison.differences());
        }
        out.flush();
        return differences;
    }

    private void print(List<Difference> differences) {
        var rows = new FirstRows(new AlignedRows(out), SHOWN_ROWS);
        rows.columns(List.of("标识或证据 subject", "平台 live", "重算 due"));
        for (Difference difference : differences) {
            rows.row(Arrays.asList(difference.subject(), difference.live(), difference.due()));
        }
        rows.end();
    }
}
