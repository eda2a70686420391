package io.quanyu.serve.command;

import io.quanyu.contract.RawHeaders;
import io.quanyu.ingest.Outcome;
import io.quanyu.ingest.Position;
import io.quanyu.ingest.RawPayload;
import io.quanyu.ingest.door.FilePayload;
import io.quanyu.ingest.door.Ingestion;
import io.quanyu.ingest.door.PayloadFiles;
import io.quanyu.ingest.door.Source;
import io.quanyu.ingest.door.Sources;
import io.quanyu.serve.ask.feed.PayloadTarget;
import io.quanyu.serve.ask.feed.RawPublisher;
import io.quanyu.serve.ask.platform.DataKeys;
import io.quanyu.serve.ask.platform.RunningPlatform;
import io.quanyu.serve.command.rows.DryRun;
import io.quanyu.serve.command.rows.IngestTally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Feeds files of platform payloads. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description =
                "Feeds files of platform payloads, and says how many events they give and what was refused. Exit code 1"
                        + " if they give not one event.")
public final class IngestCommand implements Callable<Integer> {

    @Option(
            names = "--platform",
            required = true,
            paramLabel = "P",
            completionCandidates = KnownSources.class,
            description = "Source: ${COMPLETION-CANDIDATES}.")
    String name = "";

    @Option(names = "--tenant", defaultValue = "default", description = "The merchant (default: ${DEFAULT-VALUE}).")
    String tenant = "default";

    @Option(
            names = "--shop",
            defaultValue = "",
            description = "Shop, corp or advertiser account, where the payload does not say.")
    String shop = "";

    @Option(
            names = "--api",
            defaultValue = "",
            description = "Interface that gave the payloads, where their shape does not say.")
    String api = "";

    @Option(names = "--map", paramLabel = "FILE", description = "Column map in YAML, for a source that needs one.")
    @Nullable
    Path map;

    @Option(names = "--dry-run", description = "Print the canonical events as JSON lines; needs no running platform.")
    boolean dryRun;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files; those that end in .gz are unpacked.")
    List<Path> files = List.of();

    @Mixin
    DataFolder data = new DataFolder();

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        return Attempt.run(spec.commandLine().getErr(), this::ingest);
    }

    private int ingest() throws IOException {
        Source source = Sources.named(name);
        long now = Clock.systemUTC().millis();
        var tally = new IngestTally(name);
        if (dryRun) {
            var printer =
                    new DryRun(spec.commandLine().getOut(), spec.commandLine().getErr());
            feed(
                    source,
                    Ingestion.with(DryRun.keys(data.path()), DataKeys.currencies(data.path())),
                    now,
                    tally,
                    printer);
        } else {
            RunningPlatform platform = data.platform();
            try (var publisher = RawPublisher.to(platform.kafka(), source)) {
                feed(
                        source,
                        Ingestion.with(DataKeys.in(data.path()), DataKeys.currencies(data.path())),
                        now,
                        tally,
                        publisher);
            }
        }
        tally.print(spec.commandLine().getErr());
        return tally.accepted() > 0 ? ExitCode.OK : ExitCode.ALARMING;
    }

    private void feed(Source source, Ingestion ingestion, long now, IngestTally tally, PayloadTarget target)
            throws IOException {
        for (Path file : files) {
            requireFile(file);
            long number = 0;
            for (FilePayload payload : PayloadFiles.read(source, file, map)) {
                // Where it will stand on Kafka is not known yet; the place in the file is what a person can look up.
                var position = new Position(file.toString(), 0, number++);
                var raw = new RawPayload(source.name(), headers(payload, now), payload.body(), position);
                List<Outcome> outcomes = ingestion.ingest(raw);
                tally.count(outcomes);
                target.take(payload.key(), raw, outcomes);
            }
        }
    }

    private Map<String, String> headers(FilePayload payload, long now) {
        var headers = new LinkedHashMap<>(payload.headers());
        headers.put(RawHeaders.TENANT, tenant);
        headers.put(RawHeaders.RECEIVED_AT, Long.toString(now));
        if (!shop.isBlank()) {
            headers.put(RawHeaders.SHOP, shop);
        }
        if (!api.isBlank()) {
            headers.put(RawHeaders.API, api);
        }
        return headers;
    }

    private static void requireFile(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new IllegalArgumentException("Cannot read file " + file.toAbsolutePath()
                    + (Files.exists(file) ? ": it is a folder, or not yours to read" : ": there is none"));
        }
    }

    /** What the help names. */
    static final class KnownSources implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Sources.all().keySet().iterator();
        }
    }
}
