package io.quanyu.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quanyu.serve.PlatformUnreachable;
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

/** The REST side of Flink's web page. */
final class FlinkPage {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String address;

    private FlinkPage(String address) {
        this.address = address;
    }

    static FlinkPage at(String address) {
        return new FlinkPage(address);
    }

    /** The jobs of the platform, in their order. */
    List<JobReport> jobs() throws InterruptedException {
        var reports = new ArrayList<JobReport>();
        for (JsonNode job : read("/jobs/overview").path("jobs")) {
            Optional<PlatformJob> known = PlatformJob.named(job.path("name").asText());
            if (known.isPresent()) {
                String id = job.path("jid").asText();
                reports.add(new JobReport(known.get(), job.path("state").asText(), lastCheckpoint(id), failure(id)));
            }
        }
        reports.sort(Comparator.comparing(JobReport::job));
        return reports;
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
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .build();
        try {
            return JSON.readTree(
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new PlatformUnreachable(
                    "Flink does not answer at " + address + " (" + e.getMessage()
                            + "): restart with ./quanyu down, ./quanyu up",
                    e);
        }
    }
}
