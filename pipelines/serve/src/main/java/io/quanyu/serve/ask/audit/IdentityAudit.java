package io.quanyu.serve.ask.audit;

import io.quanyu.domain.identity.IdentityFacts;
import io.quanyu.domain.identity.IdentityPolicy;
import io.quanyu.domain.identity.Resolve;
import io.quanyu.serve.ask.platform.Deadline;
import io.quanyu.serve.ask.platform.DecidingJob;
import io.quanyu.serve.ask.platform.FactsThrough;
import io.quanyu.serve.ask.platform.HandledClock;
import io.quanyu.serve.ask.platform.KafkaTopics;
import io.quanyu.serve.ask.platform.PlatformUnreachable;
import io.quanyu.serve.ask.platform.RunningPlatform;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Resolves a tenant's evidence anew and holds what the platform says against it, as of the instant that the platform has
 * judged. Where they differ it looks again while there is time: tables are committed one after another.
 */
public final class IdentityAudit {

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

    private final RunningPlatform platform;
    private final KafkaTopics kafka;
    private final Connection trino;
    private final Consumer<String> words;

    /**
     * An audit of a platform.
     *
     * @param words takes what a person should know of the waiting
     */
    public IdentityAudit(RunningPlatform platform, KafkaTopics kafka, Connection trino, Consumer<String> words) {
        this.platform = platform;
        this.kafka = kafka;
        this.trino = trino;
        this.words = words;
    }

    /**
     * How it stands with a tenant.
     *
     * @param asOfMillis the instant that the platform has judged, epoch milliseconds
     */
    public record Judged(String tenant, IdentityComparison comparison, long asOfMillis) {}

    /**
     * Hands on how it stands with each tenant, once all facts have gone through the jobs.
     *
     * @param tenant only this one, or empty for all
     */
    public void run(EvidenceSource source, String tenant, Deadline deadline, Consumer<Judged> judged)
            throws SQLException, InterruptedException {
        new FactsThrough(kafka, DecidingJob.group(trino), deadline, words).await();
        for (String one : tenants(source, tenant)) {
            judged.accept(settled(source, one, deadline));
        }
    }

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
        return new Judged(tenant, IdentityComparison.of(lake.oneIds(tenant), lake.heldBack(tenant), due), asOf);
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
}
