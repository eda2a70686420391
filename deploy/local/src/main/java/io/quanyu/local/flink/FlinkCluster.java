package io.quanyu.local.flink;

import io.quanyu.jobs.Generation;
import io.quanyu.jobs.environment.CheckpointFiles;
import io.quanyu.jobs.environment.JobSettings;
import io.quanyu.jobs.iceberg.Rewind;
import io.quanyu.local.platform.PlatformFolder;
import io.quanyu.local.platform.PlatformJob;
import io.quanyu.local.platform.PlatformSettings;
import io.quanyu.local.platform.Progress;
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
import org.apache.flink.configuration.CheckpointingOptions;
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
    private static final String ROWS = "rows";
    private static final long SUBMIT_SECONDS = 60;
    private static final long SAVE_SECONDS = 10;
    private static final long CLOSE_SECONDS = 20;

    private final MiniCluster cluster;
    private final int port;
    private final Progress progress;
    private final List<EmbeddedJob> running = new CopyOnWriteArrayList<>();
    private final CheckpointPace pace = new CheckpointPace(running);

    private FlinkCluster(MiniCluster cluster, int port, Progress progress) {
        this.cluster = cluster;
        this.port = port;
        this.progress = progress;
    }

    /**
     * Starts Flink with an empty scratch folder.
     *
     * @param passwords of those who may look at its page
     */
    public static FlinkCluster start(int port, Path scratch, Passwords passwords, Progress progress) {
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
        return new FlinkCluster(cluster, port, progress);
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
        pace.every(settings.checkpointInterval());
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
        JobSettings jobSettings = settings.jobSettings(kafka, parallelism, CheckpointPace.IDLE);
        JobGraph graph = settings.jobs()
                .graph(job, generation, jobSettings, settings.data().keys());
        String title = job == PlatformJob.CUSTOMER ? generation.name(job.title()) : job.title();
        EmbeddedJob begun = submit(settings, job, title, graph);
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

    /** Starts a job from its newest checkpoint that can be read, or from nothing if it has none. */
    private EmbeddedJob submit(PlatformSettings settings, PlatformJob job, String title, JobGraph graph)
            throws InterruptedException {
        Checkpoints checkpoints = new Checkpoints(settings.data().checkpoints().resolve(title));
        Optional<Checkpoint> start = checkpoints.newest();
        List<String> flaws = checkpoints.flaws();
        if (!flaws.isEmpty()) {
            goBack(settings, title, checkpoints, start, flaws.get(0));
        }
        String from = start.map(checkpoint -> checkpoint.path().toString()).orElse("nothing");
        LOG.info("Job {} starts from {}", title, from);
        start.ifPresent(checkpoint -> graph.setSavepointRestoreSettings(SavepointRestoreSettings.forPath(from)));
        try {
            cluster.submitJob(graph).get(SUBMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new StartFailed("Flink does not accept job " + title + ": " + e.getMessage(), e);
        }
        return new EmbeddedJob(job, title, graph.getJobID(), cluster, checkpoints, start.map(Checkpoint::run));
    }

    /** Takes the lake back to an older checkpoint, since what the job wrote after that it writes again. */
    private void goBack(
            PlatformSettings settings, String title, Checkpoints checkpoints, Optional<Checkpoint> to, String flaw) {
        Checkpoint start = to.orElseThrow(() -> new StartFailed("Job " + title + " has no checkpoint that can be read: "
                + flaw + ". Put it back from a backup, or move " + checkpoints.folder()
                + " away: what then happens, the next start says"));
        try {
            List<String> tables = new Rewind(start.run(), start.number(), checkpoints.runsAfter(start))
                    .apply(settings.data().lakeSettings());
            progress.say("Jobs   " + title + " goes on from the checkpoint before its newest, because " + flaw
                    + ". The lake went back with it: "
                    + (tables.isEmpty() ? "nothing to take back" : String.join(", ", tables)));
            LOG.warn("Job {} goes on from {}, because {}. Went back: {}", title, start.path(), flaw, tables);
        } catch (IllegalStateException e) {
            throw new StartFailed(
                    "Job " + title + " cannot go on from its newest checkpoint, because " + flaw
                            + ", nor from " + start.path() + ", because " + e.getMessage()
                            + ". Put the file back from a backup, or move " + checkpoints.folder()
                            + " away and ask for ./quanyu rebuild",
                    e);
        }
    }

    /** Ends the jobs after a last checkpoint, so that the next start has little to catch up with. */
    @Override
    public void end() {
        pace.close();
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
        pace.close();
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
        configuration.setString("metrics.reporter." + ROWS + ".factory.class", WrittenRows.Factory.class.getName());
        return configuration
                .set(CoreOptions.TMP_DIRS, scratch.toString())
                // Where the newest turns out to be broken, there is one before it.
                .set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, 2)
                .set(JobManagerOptions.ADDRESS, Ports.HOST)
                .set(JobManagerOptions.BIND_HOST, Ports.HOST)
                .set(TaskManagerOptions.HOST, Ports.HOST)
                .set(TaskManagerOptions.BIND_HOST, Ports.HOST)
                .set(RestOptions.ADDRESS, Ports.HOST)
                .set(RestOptions.BIND_ADDRESS, Ports.HOST)
                .set(RestOptions.BIND_PORT, String.valueOf(port))
                .set(MetricOptions.REPORTERS_LIST, POSITIONS + "," + SWEEPS + "," + ROWS)
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
