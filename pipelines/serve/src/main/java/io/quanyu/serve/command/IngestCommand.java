package io.quanyu.serve.command;

import io.quanyu.contract.RawHeaders;
import io.quanyu.ingest.Outcome;
import io.quanyu.ingest.Position;
import io.quanyu.ingest.RawPayload;
import io.quanyu.ingest.door.Ingestion;
import io.quanyu.ingest.door.Source;
import io.quanyu.ingest.door.Sources;
import io.quanyu.ingest.file.FilePayload;
import io.quanyu.ingest.file.MapsPage;
import io.quanyu.ingest.file.PayloadFiles;
import io.quanyu.ingest.file.PayloadSink;
import io.quanyu.serve.ask.feed.PayloadTarget;
import io.quanyu.serve.ask.feed.RawPublisher;
import io.quanyu.serve.ask.platform.DataKeys;
import io.quanyu.serve.ask.platform.RunningPlatform;
import io.quanyu.serve.command.rows.DryRun;
import io.quanyu.serve.command.rows.IngestTally;
import java.io.IOException;
import java.io.InputStream;
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
        description =
                "Feeds files of platform payloads, and says how many events they give, what was refused and what was"
                        + " left out. Exit code 0 if all was taken, 1 if anything was refused.")
public final class IngestCommand implements Callable<Integer> {

    private static final Path STANDARD_INPUT = Path.of("-");
    private static final String USAGE = "usage";

    @Option(
            names = "--platform",
            paramLabel = "P",
            completionCandidates = KnownSources.class,
            description = "Source: ${COMPLETION-CANDIDATES}.")
    String name = "";

    @Option(names = "--tenant", defaultValue = "default", description = "The merchant (default: ${DEFAULT-VALUE}).")
    String tenant = "default";

    @Option(
            names = "--shop",
            defaultValue = "",
            description = "Shop, corp or advertiser account. Needed where the payload does not say.")
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

    @Option(
            names = "--allow-refused",
            paramLabel = "N",
            defaultValue = "0",
            description = "Exit with 0 if at most N were refused (default: ${DEFAULT-VALUE}).")
    long allowRefused;

    @Option(
            names = {"-h", "--help"},
            arity = "0..1",
            fallbackValue = USAGE,
            paramLabel = "maps",
            description = "Show this help, or with \"maps\" the page on column maps, and exit.")
    @Nullable
    String help;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description =
                    "Files, or folders of them; - is the standard input. What is packed with gzip or zip is unpacked.")
    List<Path> files = List.of();

    @Mixin
    DataFolder data = new DataFolder();

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        return Attempt.run(spec.commandLine().getErr(), help == null ? this::ingest : this::help);
    }

    private int help() {
        switch (String.valueOf(help)) {
            case USAGE -> spec.commandLine().usage(spec.commandLine().getOut());
            case "maps" -> spec.commandLine().getOut().println(MapsPage.text());
            default -> throw new IllegalArgumentException(
                    "There is no help on " + help + ": only --help and --help maps");
        }
        spec.commandLine().getOut().flush();
        return ExitCode.OK;
    }

    private int ingest() throws IOException {
        Source source = Sources.named(needed("--platform", name));
        if (files.isEmpty()) {
            throw new IllegalArgumentException("Missing FILE: name files, folders, or - for the standard input");
        }
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
        return tally.refused() > allowRefused ? ExitCode.ALARMING : ExitCode.OK;
    }

    private static String needed(String option, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("Missing required option: '" + option + "'");
        }
        return value;
    }

    private void feed(Source source, Ingestion ingestion, long now, IngestTally tally, PayloadTarget target)
            throws IOException {
        var progress = new IngestProgress(tally, spec.commandLine().getErr());
        long order = now;
        for (Path named : files) {
            requireFile(named);
            for (Path file : PayloadFiles.under(named)) {
                var feeding =
                        new Feeding(source, ingestion, target, tally, progress, file.toString(), headers(now, order++));
                try (InputStream bytes = opened(file)) {
                    PayloadFiles.read(source.cut(), file.toString(), bytes, map, feeding);
                }
            }
        }
    }

    private static InputStream opened(Path file) throws IOException {
        return file.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(file);
    }

    /** Gives each payload of a file to its target. */
    private static final class Feeding implements PayloadSink {

        private final Source source;
        private final Ingestion ingestion;
        private final PayloadTarget target;
        private final IngestTally tally;
        private final IngestProgress progress;
        private final String file;
        private final Map<String, String> headers;
        private long number;

        Feeding(
                Source source,
                Ingestion ingestion,
                PayloadTarget target,
                IngestTally tally,
                IngestProgress progress,
                String file,
                Map<String, String> headers) {
            this.source = source;
            this.ingestion = ingestion;
            this.target = target;
            this.tally = tally;
            this.progress = progress;
            this.file = file;
            this.headers = headers;
        }

        @Override
        public void take(FilePayload payload) {
            var all = new LinkedHashMap<>(payload.headers());
            all.putAll(headers);
            // Where it will stand on Kafka is not known yet; the place in the file is what a person can look up.
            var position = new Position(file, 0, number++);
            var raw = new RawPayload(source.name(), all, payload.body(), position);
            List<Outcome> outcomes = ingestion.ingest(raw);
            tally.count(outcomes);
            target.take(payload.key(), raw, outcomes);
            progress.payload();
        }

        @Override
        public void dropped(String what) {
            tally.drop(what);
        }

        @Override
        public void gathered(long rows) {
            progress.gathered(rows);
        }
    }

    private Map<String, String> headers(long now, long fileOrder) {
        var headers = new LinkedHashMap<String, String>();
        headers.put(RawHeaders.TENANT, tenant);
        headers.put(RawHeaders.RECEIVED_AT, Long.toString(now));
        headers.put(RawHeaders.FILE_ORDER, Long.toString(fileOrder));
        if (!shop.isBlank()) {
            headers.put(RawHeaders.SHOP, shop);
        }
        if (!api.isBlank()) {
            headers.put(RawHeaders.API, api);
        }
        return headers;
    }

    private static void requireFile(Path file) {
        if (!file.equals(STANDARD_INPUT) && !Files.isReadable(file)) {
            throw new IllegalArgumentException("Cannot read file " + file.toAbsolutePath()
                    + (Files.exists(file) ? ": it is not yours to read" : ": there is none"));
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
