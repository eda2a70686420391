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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The REST side of Flink's web page. */
public final class FlinkPage {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Set<String> ENDED = Set.of("FAILED", "CANCELED", "FINISHED");

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
                        known.get(),
                        job.path("name").asText(),
                        job.path("state").asText(),
                        lastCheckpoint(id),
                        failure(id)));
            }
        }
        reports.sort(Comparator.comparing(JobReport::job).thenComparing(JobReport::title));
        return reports;
    }

    String address() {
        return address;
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

    private String lastCheckpoint(String id) throws InterruptedException {
        JsonNode last = read("/jobs/" + id + "/checkpoints").path("latest").path("completed");
        if (!last.isObject()) {
            return "none yet";
        }
        Instant taken = Instant.ofEpochMilli(last.path("trigger_timestamp").asLong());
        return taken + ", in " + last.path("end_to_end_duration").asLong() + " ms";
    }

    private Optional<String> failure(String id) throws InterruptedException {
        JsonNode entries =
                read("/jobs/" + id + "/exceptions").path("exceptionHistory").path("entries");
        return entries.path(0).path("stacktrace").asText().lines().findFirst();
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
