package io.quanyu.local.flink;

import io.quanyu.jobs.Generation;
import io.quanyu.jobs.environment.CheckpointFiles;
import io.quanyu.jobs.environment.JobSettings;
import io.quanyu.local.platform.PlatformFolder;
import io.quanyu.local.platform.PlatformJob;
import io.quanyu.local.platform.PlatformSettings;
import io.quanyu.local.process.Ports;
import io.quanyu.local.process.StartFailed;
import io.quanyu.serve.ask.platform.Passwords;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Flink in this process, with its web page. */
public final class FlinkCluster implements JobHost, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FlinkCluster.class);

    /** Two for each of the three jobs, and some for a generation that is being built. */
    public static final int SPARE_SLOTS = 6;

    private static final int SLOTS = 6 + SPARE_SLOTS;

    // Three jobs have some hundred exchanges at parallelism 2; state lives on the heap, so managed memory is hardly
    // used.
    private static final MemorySize NETWORK_MEMORY = MemorySize.ofMebiBytes(128);
    private static final MemorySize MANAGED_MEMORY = MemorySize.ofMebiBytes(16);
    private static final String POSITIONS = "positions";
    private static final String SWEEPS = "sweeps";
    private static final long SUBMIT_SECONDS = 60;
    private static final long SAVE_SECONDS = 10;
    private static final long CLOSE_SECONDS = 20;

    private final MiniCluster cluster;
    private final int port;
    private final List<EmbeddedJob> running = new CopyOnWriteArrayList<>();

    private FlinkCluster(MiniCluster cluster, int port) {
        this.cluster = cluster;
        this.port = port;
    }

    /**
     * Starts Flink with an empty scratch folder.
     *
     * @param passwords of those who may look at its page
     */
    public static FlinkCluster start(int port, Path scratch, Passwords passwords) {
        CheckpointFiles.oneAtATime();
        MiniCluster cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration(port, scratch, passwords))
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(SLOTS)
                .build());
        try {
            cluster.start();
        } catch (Exception e) {
            throw new StartFailed("Flink did not start: " + e.getMessage(), e);
        }
        return new FlinkCluster(cluster, port);
    }

    @Override
    public String address() {
        return "http://" + Ports.HOST + ":" + port;
    }

    @Override
    public List<RunningJob> begin(PlatformSettings settings, String kafka, Optional<Generation> current)
            throws InterruptedException {
        PlatformFolder data = settings.data();
        data.requireNoneIn(data.clusterCheckpoints(), "on a Flink of its own: start it with --flink-cluster URL");
        for (PlatformJob job : settings.jobs().jobs()) {
            if (job != PlatformJob.CUSTOMER || current.isPresent()) {
                begin(settings, kafka, job, current.orElseGet(Generation::first), 0);
            }
        }
        return List.copyOf(running);
    }

    @Override
    public RunningJob begin(PlatformSettings settings, String kafka, Generation generation, int parallelism)
            throws InterruptedException {
        return begin(settings, kafka, PlatformJob.CUSTOMER, generation, parallelism);
    }

    private RunningJob begin(
            PlatformSettings settings, String kafka, PlatformJob job, Generation generation, int parallelism)
            throws InterruptedException {
        JobSettings jobSettings = settings.jobSettings(kafka, parallelism);
        JobGraph graph = settings.jobs()
                .graph(job, generation, jobSettings, settings.data().keys());
        String title = job == PlatformJob.CUSTOMER ? generation.name(job.title()) : job.title();
        EmbeddedJob begun = submit(job, title, graph, settings.data().checkpoints());
        running.add(begun);
        return begun;
    }

    @Override
    public void end(RunningJob job) throws InterruptedException {
        Optional<EmbeddedJob> ours = running.stream().filter(job::equals).findFirst();
        if (ours.isPresent()) {
            ours.get().cancel();
            running.remove(ours.get());
        }
    }

    /** Starts a job from its newest checkpoint, or from nothing if it has none. */
    private EmbeddedJob submit(PlatformJob job, String title, JobGraph graph, Path checkpointFolder)
            throws InterruptedException {
        Checkpoints checkpoints = new Checkpoints(checkpointFolder.resolve(title));
        Optional<Path> newest = checkpoints.newest();
        LOG.info("Job {} starts from {}", title, newest.map(Path::toString).orElse("nothing"));
        newest.ifPresent(path -> {
            checkpoints.deleteAllBut(path);
            graph.setSavepointRestoreSettings(SavepointRestoreSettings.forPath(path.toString()));
        });
        try {
            cluster.submitJob(graph).get(SUBMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new StartFailed("Flink does not accept job " + title + ": " + e.getMessage(), e);
        }
        return new EmbeddedJob(job, title, graph.getJobID(), cluster);
    }

    /** Ends the jobs after a last checkpoint, so that the next start has little to catch up with. */
    @Override
    public void end() {
        List<CompletableFuture<String>> checkpoints =
                running.stream().map(EmbeddedJob::triggerCheckpoint).toList();
        try {
            CompletableFuture.allOf(checkpoints.toArray(CompletableFuture[]::new))
                    .get(SAVE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("A job could not save itself at the end; it resumes from an older checkpoint", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    @Override
    public void close() {
        try {
            cluster.closeAsync().get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("Flink did not close in order", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Configuration configuration(int port, Path scratch, Passwords passwords) {
        var configuration = new Configuration();
        configuration.setString(
                "metrics.reporter." + POSITIONS + ".factory.class", SourcePositions.Factory.class.getName());
        configuration.setString("metrics.reporter." + SWEEPS + ".factory.class", Sweeps.Factory.class.getName());
        return configuration
                .set(CoreOptions.TMP_DIRS, scratch.toString())
                .set(JobManagerOptions.ADDRESS, Ports.HOST)
                .set(JobManagerOptions.BIND_HOST, Ports.HOST)
                .set(TaskManagerOptions.HOST, Ports.HOST)
                .set(TaskManagerOptions.BIND_HOST, Ports.HOST)
                .set(RestOptions.ADDRESS, Ports.HOST)
                .set(RestOptions.BIND_ADDRESS, Ports.HOST)
                .set(RestOptions.BIND_PORT, String.valueOf(port))
                .set(MetricOptions.REPORTERS_LIST, POSITIONS + "," + SWEEPS)
                .set(PageDoor.PASSWORDS, passwords.folder().toString())
                .set(WebOptions.TMP_DIR, scratch.toString())
                .set(WebOptions.ACCESS_CONTROL_ALLOW_ORIGIN, "http://" + Ports.HOST + ":" + port)
                .set(WebOptions.SUBMIT_ENABLE, false)
                .set(WebOptions.CANCEL_ENABLE, false)
                .set(TaskManagerOptions.NETWORK_MEMORY_MIN, NETWORK_MEMORY)
                .set(TaskManagerOptions.NETWORK_MEMORY_MAX, NETWORK_MEMORY)
                .set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED_MEMORY);
    }
}
