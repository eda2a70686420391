package io.quanyu.local.flink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quanyu.local.platform.PlatformJob;
import io.quanyu.serve.ask.platform.Passwords;
import io.quanyu.serve.ask.platform.Passwords.User;
import io.quanyu.serve.ask.platform.PlatformUnreachable;
import io.quanyu.serve.ask.platform.RunningPlatform;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The REST side of Flink's web page. */
public final class FlinkPage {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String REPLACED = "CANCELED";
    private static final Set<String> ENDED = Set.of("FAILED", REPLACED, "FINISHED");

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String address;
    private final Optional<Passwords> passwords;

    private FlinkPage(String address, Optional<Passwords> passwords) {
        this.address = address;
        this.passwords = passwords;
    }

    /** One that asks nobody for a password. */
    public static FlinkPage at(String address) {
        return new FlinkPage(address, Optional.empty());
    }

    /** That of a platform. */
    public static FlinkPage of(RunningPlatform platform) {
        return new FlinkPage(platform.flink(), Optional.of(platform.passwords()));
    }

    /** The jobs of the platform, in their order. */
    public List<JobReport> jobs() throws InterruptedException {
        var reports = new ArrayList<JobReport>();
        for (JsonNode job : read("/jobs/overview").path("jobs")) {
            Optional<PlatformJob> known = PlatformJob.named(job.path("name").asText());
            if (known.isPresent()) {
                String id = job.path("jid").asText();
                reports.add(new JobReport(
                        known.get(), job.path("name").asText(), state(job), lastCheckpoint(id), failure(id)));
            }
        }
        reports.sort(Comparator.comparing(JobReport::job).thenComparing(JobReport::title));
        return reports;
    }

    String address() {
        return address;
    }

    /**
     * When the oldest of the newest complete checkpoints of jobs began: whatever was so before, none of them goes back to. Empty if one of them has
     * none from this run yet, or does not run.
     *
     * @param wanted the jobs, in whatever generation
     */
    public Optional<Instant> saved(Set<PlatformJob> wanted) throws InterruptedException {
        Set<PlatformJob> found = EnumSet.noneOf(PlatformJob.class);
        Instant oldest = Instant.MAX;
        for (JsonNode job : read("/jobs/overview").path("jobs")) {
            Optional<PlatformJob> known = PlatformJob.named(job.path("name").asText());
            if (known.filter(wanted::contains).isPresent()
                    && !job.path("state").asText().equals(REPLACED)) {
                JsonNode newest = newestCheckpoint(job.path("jid").asText());
                if (!newest.isObject()) {
                    return Optional.empty();
                }
                found.add(known.get());
                Instant began = beginning(newest);
                oldest = began.isBefore(oldest) ? began : oldest;
            }
        }
        return found.equals(wanted) ? Optional.of(oldest) : Optional.empty();
    }

    /** Id of a job all of whose tasks run; empty if it does not run, or not wholly. */
    Optional<String> idOfRunning(PlatformJob wanted) throws InterruptedException {
        for (JsonNode job : read("/jobs/overview").path("jobs")) {
            JsonNode tasks = job.path("tasks");
            if (job.path("name").asText().equals(wanted.title())
                    && job.path("state").asText().equals("RUNNING")
                    && tasks.path("running").asInt() == tasks.path("total").asInt()) {
                return Optional.of(job.path("jid").asText());
            }
        }
        return Optional.empty();
    }

    /** The state in which a job ended; empty if it has not, or was never there. */
    Optional<String> endOf(PlatformJob wanted) throws InterruptedException {
        List<String> states = jobs().stream()
                .filter(report -> report.job() == wanted)
                .map(JobReport::state)
                .toList();
        return states.stream()
                .filter(state -> states.stream().allMatch(ENDED::contains))
                .findFirst();
    }

    /** Asks for a checkpoint; returns the number of the request. */
    String requestCheckpoint(String id) throws InterruptedException {
        HttpRequest.Builder request = request("/jobs/" + id + "/checkpoints")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"checkpointType\":\"CONFIGURED\"}"));
        return answer(request).path("request-id").asText();
    }

    /** Whether a checkpoint that was asked for was taken; empty while it is under way. */
    Optional<Boolean> isComplete(String id, String request) throws InterruptedException {
        JsonNode answer = read("/jobs/" + id + "/checkpoints/" + request);
        boolean underWay = answer.path("status").path("id").asText().equals("IN_PROGRESS");
        return underWay
                ? Optional.empty()
                : Optional.of(answer.path("operation").has("checkpointId"));
    }

    /** A job runs when all its tasks do. */
    private static String state(JsonNode job) {
        String state = job.path("state").asText();
        JsonNode tasks = job.path("tasks");
        boolean whole = tasks.path("running").asInt() == tasks.path("total").asInt();
        return state.equals("RUNNING") && !whole ? "STARTING" : state;
    }

    private String lastCheckpoint(String id) throws InterruptedException {
        JsonNode last = newestCheckpoint(id);
        return last.isObject()
                ? beginning(last) + ", in " + last.path("end_to_end_duration").asLong() + " ms"
                : "none yet";
    }

    /** The newest that is complete, no object if there is none. */
    private JsonNode newestCheckpoint(String id) throws InterruptedException {
        return read("/jobs/" + id + "/checkpoints").path("latest").path("completed");
    }

    private static Instant beginning(JsonNode checkpoint) {
        return Instant.ofEpochMilli(checkpoint.path("trigger_timestamp").asLong());
    }

    private @Nullable JobFailure failure(String id) throws InterruptedException {
        JsonNode newest = read("/jobs/" + id + "/exceptions")
                .path("exceptionHistory")
                .path("entries")
                .path(0);
        return newest.isObject()
                ? new JobFailure(
                        RootCause.of(newest.path("stacktrace").asText()),
                        newest.path("timestamp").asLong())
                : null;
    }

    private JsonNode read(String path) throws InterruptedException {
        return answer(request(path));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
        passwords.ifPresent(ours -> request.header("Authorization", ours.authorization(User.ANALYST)));
        return request;
    }

    private JsonNode answer(HttpRequest.Builder request) throws InterruptedException {
        try {
            return JSON.readTree(client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body());
        } catch (IOException e) {
            throw new PlatformUnreachable(
                    "Flink does not answer at " + address + " (" + e.getMessage()
                            + "): restart with ./quanyu down, ./quanyu up",
                    e);
        }
    }
}
