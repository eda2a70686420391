package io.quanyu.local.lifecycle;

import io.quanyu.jobs.iceberg.Lake;
import io.quanyu.local.flink.FlinkCluster;
import io.quanyu.local.flink.FlinkElsewhere;
import io.quanyu.local.flink.JobHost;
import io.quanyu.local.flink.RunningJob;
import io.quanyu.local.platform.FolderLock;
import io.quanyu.local.platform.PlatformFolder;
import io.quanyu.local.platform.PlatformSettings;
import io.quanyu.local.platform.PlatformTopics;
import io.quanyu.local.platform.Progress;
import io.quanyu.local.process.KafkaServer;
import io.quanyu.local.process.NewPasswords;
import io.quanyu.local.process.Ports;
import io.quanyu.local.process.StartFailed;
import io.quanyu.local.process.TrinoServer;
import io.quanyu.serve.ask.lake.SqlFolder;
import io.quanyu.serve.ask.platform.RunningPlatform;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** One start of the platform: the servers at once, then the lake's tables, then the jobs. */
final class Startup {

    private final PlatformSettings settings;
    private final Progress progress;
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
        NewPasswords.makeMissing(settings.data().passwords());
        Ports ports = settings.ports().claimed();
        KafkaServer kafka = kafka(ports.kafka());
        TrinoServer trino = trino(ports.trino());

        Future<Admin> admin = together.run(() -> startKafka(kafka));
        Future<JobHost> flink = together.run(() -> startFlink(ports.flink()));
        Future<Boolean> lake = together.run(() -> startTrino(trino));
        Consumption consumption = new Consumption(together.result(admin));
        JobHost host = together.result(flink);
        together.result(lake);

        RunningPlatform addresses = new RunningPlatform(
                ProcessHandle.current().pid(),
                kafka.address(),
                trino.address(),
                host.address(),
                settings.data().passwords());
        List<RunningJob> jobs = startLake(together, addresses, host);
        EmbeddedPlatform platform = new EmbeddedPlatform(
                settings, addresses, host, jobs, consumption, parts.add(producer(kafka.address())), parts);
        parts.add(settings.data()::withdrawAnnouncement);
        addresses.write(settings.data().root());
        return platform;
    }

    private Admin startKafka(KafkaServer server) throws InterruptedException {
        long begin = System.nanoTime();
        server.awaitReady(parts.add(server.start()));
        Admin admin = parts.add(Admin.create(Map.of("bootstrap.servers", server.address())));
        PlatformTopics.make(admin);
        progress.ready("Kafka", server.address(), since(begin));
        return admin;
    }

    private JobHost startFlink(int port) {
        Lake.makeCatalog(settings.lake());
        if (settings.cluster() != null) {
            return new FlinkElsewhere(settings.cluster(), progress);
        }
        long begin = System.nanoTime();
        FlinkCluster cluster = parts.add(FlinkCluster.start(
                port, settings.data().flink(), settings.data().passwords()));
        progress.ready("Flink", cluster.address(), since(begin));
        return cluster;
    }

    private boolean startTrino(TrinoServer server) throws InterruptedException {
        long begin = System.nanoTime();
        server.awaitReady(parts.add(server.start()));
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
                settings.catalogUri(),
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
