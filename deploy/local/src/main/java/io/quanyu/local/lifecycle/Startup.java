package io.quanyu.local.lifecycle;

import io.quanyu.ingest.KeyFingerprints;
import io.quanyu.jobs.iceberg.Lake;
import io.quanyu.local.flink.FlinkCluster;
import io.quanyu.local.flink.FlinkElsewhere;
import io.quanyu.local.flink.JobHost;
import io.quanyu.local.flink.RunningJob;
import io.quanyu.local.moved.MovedFolder;
import io.quanyu.local.platform.DataForm;
import io.quanyu.local.platform.FolderLock;
import io.quanyu.local.platform.PlatformFolder;
import io.quanyu.local.platform.PlatformSettings;
import io.quanyu.local.platform.PlatformTopics;
import io.quanyu.local.platform.Progress;
import io.quanyu.local.process.KafkaServer;
import io.quanyu.local.process.KeptServer;
import io.quanyu.local.process.NewPasswords;
import io.quanyu.local.process.Ports;
import io.quanyu.local.process.Server;
import io.quanyu.local.process.StartFailed;
import io.quanyu.local.process.TrinoServer;
import io.quanyu.serve.ask.lake.SqlFolder;
import io.quanyu.serve.ask.platform.RunningPlatform;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** One start of the platform: the servers at once, then the lake's tables, then the jobs. */
final class Startup {

    /** What is asked of Kafka is still answered when it had to be started again in between. */
    private static final Duration KAFKA_PATIENCE = Duration.ofMinutes(3);

    /** What does not answer in this time is told as silent. */
    private static final Duration LOOK_PATIENCE = Duration.ofSeconds(3);

    private final PlatformSettings settings;
    private final Progress progress;
    private final Clock clock = Clock.systemUTC();
    private final Closing parts = new Closing();

    Startup(PlatformSettings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    EmbeddedPlatform run() throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(parts::close, "close-platform"));
        settings.data().prepare(PlatformFolder.LEAST_FREE_BYTES);
        try (Together together = new Together(parts::close)) {
            return start(together);
        } catch (Throwable e) {
            parts.close();
            throw e;
        }
    }

    private EmbeddedPlatform start(Together together) throws InterruptedException {
        parts.add(FolderLock.take(settings.data()));
        settings.data().withdrawAnnouncement();
        requireDataThatFits(settings.data());
        settings.data().clearScratch();
        MovedFolder.settle(settings.data(), progress);
        NewPasswords.makeMissing(settings.data().passwords());
        Ports ports = settings.ports().claimed();
        KafkaServer kafka = kafka(ports.kafka());
        TrinoServer trino = trino(ports.trino());
        KeptServer keptKafka = parts.add(KeptServer.start(kafka, clock.instant()));
        KeptServer keptTrino = parts.add(KeptServer.start(trino, clock.instant()));

        Future<Admin> admin = together.run(() -> awaitKafka(kafka, keptKafka));
        Future<JobHost> flink = together.run(() -> startFlink(ports.flink()));
        Future<Boolean> lake = together.run(() -> awaitTrino(trino, keptTrino));
        Consumption consumption = new Consumption(together.result(admin), KAFKA_PATIENCE);
        JobHost host = together.result(flink);
        together.result(lake);
        Caretaker caretaker = care(keptKafka, keptTrino);

        RunningPlatform addresses = new RunningPlatform(
                ProcessHandle.current().pid(),
                kafka.address(),
                trino.address(),
                host.address(),
                settings.data().passwords());
        List<RunningJob> jobs = new CopyOnWriteArrayList<>(startLake(together, addresses, host));
        lookOut(jobs, new Consumption(together.result(admin), LOOK_PATIENCE), trino);
        EmbeddedPlatform platform = new EmbeddedPlatform(
                settings, addresses, host, jobs, consumption, parts.add(producer(kafka.address())), caretaker, parts);
        parts.add(settings.data()::withdrawAnnouncement);
        addresses.write(settings.data().root());
        return platform;
    }

    private Caretaker care(KeptServer kafka, KeptServer trino) {
        var caretaker = new Caretaker(settings.data(), kafka, trino, clock);
        parts.add(() -> Health.FILE.delete(settings.data()));
        parts.add(Repeated.begin("caretaker", Caretaker.PAUSE, caretaker::step));
        return caretaker;
    }

    private void lookOut(List<RunningJob> jobs, Consumption consumption, Server trino) {
        var lookout = new Lookout(settings.data(), jobs, consumption, trino, clock);
        lookout.look();
        parts.add(() -> Observation.FILE.delete(settings.data()));
        parts.add(Repeated.begin("lookout", Lookout.PAUSE, lookout::look));
    }

    private static void requireDataThatFits(PlatformFolder data) {
        DataForm.claim(data);
        try {
            KeyFingerprints.of(data.keys()).requireKeys();
        } catch (IllegalStateException e) {
            throw new StartFailed(e.getMessage(), e);
        }
    }

    private Admin awaitKafka(KafkaServer server, KeptServer kept) throws InterruptedException {
        long begin = System.nanoTime();
        server.awaitReady(kept.process());
        Admin admin = parts.add(Consumption.admin(server.address(), KAFKA_PATIENCE));
        PlatformTopics.make(admin);
        progress.ready("Kafka", server.address(), since(begin));
        return admin;
    }

    private JobHost startFlink(int port) {
        Lake.makeCatalog(settings.data().lakeSettings());
        if (settings.cluster() != null) {
            return new FlinkElsewhere(settings.cluster(), progress);
        }
        long begin = System.nanoTime();
        FlinkCluster cluster = parts.add(FlinkCluster.start(
                port, settings.data().flink(), settings.data().passwords(), progress));
        progress.ready("Flink", cluster.address(), since(begin));
        return cluster;
    }

    private boolean awaitTrino(TrinoServer server, KeptServer kept) throws InterruptedException {
        long begin = System.nanoTime();
        server.awaitReady(kept.process());
        progress.ready("Trino", server.address(), since(begin));
        return true;
    }

    /** Jobs need the tables only, so they start while the views are made. */
    private List<RunningJob> startLake(Together together, RunningPlatform addresses, JobHost host)
            throws InterruptedException {
        long begin = System.nanoTime();
        SqlFolder sql = SqlFolder.at(settings.home().sql());
        try (Connection trino = addresses.connect()) {
            sql.applyTables(trino).forEach(progress::say);
            CurrentGeneration current = settings.cluster() == null
                    ? CurrentGeneration.of(trino, settings.data())
                    : CurrentGeneration.elsewhere(trino);
            Future<List<RunningJob>> jobs = together.run(() -> startJobs(host, addresses.kafka(), current));
            sql.applyViews(trino);
            progress.ready("Lake", sql.inApplyOrder().size() + " tables and views", since(begin));
            return together.result(jobs);
        } catch (SQLException e) {
            throw new StartFailed("The lake does not take its tables and views: " + e.getMessage(), e);
        }
    }

    private List<RunningJob> startJobs(JobHost host, String kafka, CurrentGeneration current)
            throws InterruptedException {
        long begin = System.nanoTime();
        List<RunningJob> jobs = host.begin(settings, kafka, current.toRun());
        // Ended first, while Kafka still takes what a last checkpoint flushes.
        parts.add(host::end);
        for (RunningJob job : jobs) {
            job.awaitRunning();
        }
        progress.ready(
                "Jobs", String.join(", ", jobs.stream().map(RunningJob::title).toList()), since(begin));
        return jobs;
    }

    private KafkaServer kafka(int port) {
        PlatformFolder data = settings.data();
        return new KafkaServer(
                settings.java(),
                settings.home().kafkaJars(),
                data.kafka(),
                data.logs().resolve("kafka.log"),
                port);
    }

    private TrinoServer trino(int port) {
        PlatformFolder data = settings.data();
        return new TrinoServer(
                settings.trinoJdk(),
                settings.home().trinoJars(),
                settings.home().trinoPlugins(),
                data.trino(),
                data.catalogUri(),
                data.lake(),
                data.passwords(),
                data.logs().resolve("trino.log"),
                port,
                Ports.free());
    }

    private static KafkaProducer<byte[], byte[]> producer(String kafka) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
