package io.quanyu.local.lifecycle;

import io.quanyu.contract.ClockTopic;
import io.quanyu.jobs.Generation;
import io.quanyu.jobs.Generation.Audience;
import io.quanyu.jobs.kafka.Through;
import io.quanyu.local.flink.JobHost;
import io.quanyu.local.flink.RunningJob;
import io.quanyu.local.platform.PlatformJob;
import io.quanyu.local.platform.PlatformSettings;
import io.quanyu.local.platform.PlatformTopics;
import io.quanyu.local.platform.Progress;
import io.quanyu.local.process.StartFailed;
import io.quanyu.serve.ask.platform.RunningPlatform;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Kafka, Flink, Trino and the lake, running on this machine. Kafka and Trino are processes of their own, Flink runs in
 * this one.
 *
 * <p>Who plays facts through it sends them to the raw topics, waits {@link #untilThrough}, and then {@link #tick}s the
 * clock; {@link #untilDecided} tells when the answers can be read with Trino. Not for several threads.
 */
public final class EmbeddedPlatform implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration READ_PATIENCE = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(50);

    private final PlatformSettings settings;
    private final RunningPlatform addresses;
    private final JobHost host;
    private final List<RunningJob> jobs;
    private final Consumption consumption;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Caretaker caretaker;
    private final Closing parts;

    EmbeddedPlatform(
            PlatformSettings settings,
            RunningPlatform addresses,
            JobHost host,
            List<RunningJob> jobs,
            Consumption consumption,
            KafkaProducer<byte[], byte[]> producer,
            Caretaker caretaker,
            Closing parts) {
        this.settings = settings;
        this.addresses = addresses;
        this.host = host;
        this.jobs = jobs;
        this.consumption = consumption;
        this.producer = producer;
        this.caretaker = caretaker;
        this.parts = parts;
    }

    /**
     * Starts everything and returns when the jobs run and Trino answers. A failed start ends what it began.
     *
     * @throws StartFailed with what to do about it
     */
    public static EmbeddedPlatform start(PlatformSettings settings, Progress progress) throws InterruptedException {
        return new Startup(settings, progress).run();
    }

    /** Where the parts answer. */
    public RunningPlatform addresses() {
        return addresses;
    }

    /** Bootstrap servers of Kafka. */
    public String kafka() {
        return addresses.kafka();
    }

    /** Address of Trino. */
    public String trino() {
        return addresses.trino();
    }

    /** Takes a checkpoint of a job now and waits for it. */
    public void checkpoint(PlatformJob job) throws InterruptedException {
        job(job).checkpoint();
    }

    /** Whether Kafka and Trino answer: who ended is being started again. */
    public boolean isWhole() {
        return caretaker.health().allRun();
    }

    /** Whether Kafka answers, and so takes ticks. */
    boolean takesTicks() {
        return caretaker.health().runs("Kafka");
    }

    /** Waits until Kafka and Trino answer. */
    public void untilWhole() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isWhole()) {
            if (System.nanoTime() > deadline) {
                throw new StartFailed("Kafka or Trino does not answer after " + PATIENCE.toMinutes()
                        + " minutes: ./quanyu status says which, and why");
            }
            Thread.sleep(POLL.toMillis());
        }
    }

    /** Waits until every raw payload has become events or dead letters, and the customer job has taken in those events. */
    public void untilThrough() throws InterruptedException {
        consume(job(PlatformJob.INGEST), PlatformTopics.RAW);
        consume(job(PlatformJob.CUSTOMER), PlatformTopics.FACTS);
    }

    /** Lets time reach an instant, after the facts that are there now. Payloads that came before must be {@link #untilThrough}. */
    public void tick(Instant instant) throws InterruptedException {
        tick(instant, facts());
    }

    /** How many facts stand on each topic of events and of rules. */
    Map<TopicPartition, Long> facts() throws InterruptedException {
        return consumption.ends(PlatformTopics.FACTS);
    }

    /** Lets time reach an instant, after these facts. */
    void tick(Instant instant, Map<TopicPartition, Long> facts) throws InterruptedException {
        var tick = new ProducerRecord<byte[], byte[]>(PlatformTopics.CLOCK, ClockTopic.tick(instant));
        tick.headers().add(Through.HEADER, Through.text(facts).getBytes(StandardCharsets.UTF_8));
        try {
            producer.send(tick).get();
        } catch (ExecutionException e) {
            throw new StartFailed("Kafka does not take the tick " + instant + ": " + e.getCause(), e);
        }
    }

    /** Waits until Trino shows all events, and all that follows from them at the last tick. */
    public void untilDecided() throws InterruptedException {
        for (PlatformJob job : List.of(PlatformJob.CUSTOMER, PlatformJob.LAKE)) {
            consume(job(job), job.topics());
        }
        // An Iceberg sink commits when it hears that a checkpoint is complete; the next one is complete after it has.
        checkpoint(PlatformJob.CUSTOMER);
        checkpoint(PlatformJob.LAKE);
    }

    /** Records of all raw topics so far. */
    public long payloads() throws InterruptedException {
        return consumption.written(PlatformTopics.RAW);
    }

    /** Fails if a job has ended. */
    public void requireAlive() throws InterruptedException {
        for (RunningJob job : jobs) {
            job.requireAlive();
        }
    }

    /** Whether it has been closed, or is being closed. */
    public boolean isClosed() {
        return parts.isClosed();
    }

    /** Saves the jobs and ends everything. */
    @Override
    public void close() {
        parts.close();
    }

    /** Waits until a job has read everything, then lets it save that, which also shows its results. */
    private void consume(RunningJob job, Collection<String> topics) throws InterruptedException {
        if (consumption.lag(job.group(), topics) == 0) {
            return;
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (consumption.unread(job, topics) > 0) {
            awaitRead(job, topics);
            if (System.nanoTime() > deadline) {
                throw new StartFailed("Job " + job.title() + " is still " + consumption.unread(job, topics)
                        + " records behind after " + PATIENCE.toMinutes() + " minutes: see logs/platform.log and "
                        + addresses.flink());
            }
        }
        job.checkpoint();
    }

    /** A job that came back from a checkpoint and finds nothing new tells its position by its next commit only. */
    private void awaitRead(RunningJob job, Collection<String> topics) throws InterruptedException {
        long deadline = System.nanoTime() + READ_PATIENCE.toNanos();
        while (consumption.unread(job, topics) > 0) {
            if (System.nanoTime() > deadline) {
                job.checkpoint();
                return;
            }
            Thread.sleep(POLL.toMillis());
        }
    }

    /** Lets another generation of what is decided begin. One for everybody takes the place of the one that was for everybody. */
    RunningJob begin(Generation generation, int parallelism) throws InterruptedException {
        RunningJob begun = host.begin(settings, kafka(), generation, parallelism);
        begun.awaitRunning();
        if (generation.audience() == Audience.EVERYBODY) {
            customer().ifPresent(jobs::remove);
            jobs.add(begun);
        }
        return begun;
    }

    /** Ends a job as it was saved last. */
    void end(RunningJob job) throws InterruptedException {
        host.end(job);
        jobs.remove(job);
    }

    /** The job that decides for everybody; empty if there is none, because its state is lost. */
    Optional<RunningJob> customer() {
        return jobs.stream().filter(job -> job.job() == PlatformJob.CUSTOMER).findFirst();
    }

    /** Facts and ticks that a job has still to read. */
    long unread(RunningJob job) throws InterruptedException {
        return consumption.unread(job, job.job().topics());
    }

    /** How many facts and ticks there are. */
    long factsAndTicks() throws InterruptedException {
        return consumption.written(PlatformJob.CUSTOMER.topics());
    }

    /** Where each topic of facts and ticks ends. */
    Map<TopicPartition, Long> factsAndTicksSoFar() throws InterruptedException {
        return consumption.ends(PlatformJob.CUSTOMER.topics());
    }

    /** Waits until a job has written all that it says of facts and ticks up to these ends. */
    void untilSaid(RunningJob job, Map<TopicPartition, Long> ends) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        // With a checkpoint a job tells how far it has read; when it is over, a sweep that a tick lets begin has begun.
        job.checkpoint();
        while (consumption.unread(job, ends) > 0 || job.isSweeping()) {
            if (System.nanoTime() > deadline) {
                throw new StartFailed("Job " + job.title() + " has not said all after " + PATIENCE.toMinutes()
                        + " minutes: see logs/platform.log and " + addresses.flink());
            }
            Thread.sleep(POLL.toMillis());
            job.checkpoint();
        }
        // An Iceberg sink commits when it hears that a checkpoint is complete; the next one is complete after it has.
        job.checkpoint();
        job.checkpoint();
    }

    private RunningJob job(PlatformJob wanted) {
        return jobs.stream()
                .filter(job -> job.job() == wanted)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Job " + wanted.title() + " does not run here"));
    }
}
