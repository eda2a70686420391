package io.quanyu.local.flink;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quanyu.local.platform.PlatformJob;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FlinkPageTest {

    private static final Set<PlatformJob> WRITERS = Set.of(PlatformJob.LAKE, PlatformJob.CUSTOMER);

    private final Map<String, String> answers = new HashMap<>();
    private HttpServer server;
    private FlinkPage page;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        page = FlinkPage.at("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void jobsAreSavedAsOfTheOldestOfTheirNewestCheckpoints() throws InterruptedException {
        jobs("ingest RUNNING", "lake RUNNING", "customer RUNNING", "customer-2 RESTARTING");
        saved("lake", 5_000);
        saved("customer", 4_000);
        saved("customer-2", 3_000);

        assertThat(page.saved(WRITERS)).contains(Instant.ofEpochMilli(3_000));
    }

    @Test
    void aJobThatAnotherTookThePlaceOfNoLongerCounts() throws InterruptedException {
        jobs("lake RUNNING", "customer CANCELED", "customer-2 RUNNING");
        saved("lake", 5_000);
        saved("customer", 1_000);
        saved("customer-2", 3_000);

        assertThat(page.saved(WRITERS)).contains(Instant.ofEpochMilli(3_000));
    }

    @Test
    void nothingIsSavedWhileAJobHasNoCheckpointOfThisRun() throws InterruptedException {
        jobs("lake RUNNING", "customer RUNNING");
        saved("lake", 5_000);
        answers.put("/jobs/customer/checkpoints", "{\"latest\":{\"completed\":null,\"restored\":{\"id\":7}}}");

        assertThat(page.saved(WRITERS)).isEmpty();
    }

    @Test
    void nothingIsSavedWhileAJobIsMissing() throws InterruptedException {
        jobs("lake RUNNING");
        saved("lake", 5_000);

        assertThat(page.saved(WRITERS)).isEmpty();
    }

    /** Each as its name, which is its id too, and its state. */
    private void jobs(String... jobs) {
        StringBuilder text = new StringBuilder();
        for (String job : jobs) {
            String[] words = job.split(" ", -1);
            text.append(text.isEmpty() ? "" : ",")
                    .append("{\"jid\":\"%1$s\",\"name\":\"%1$s\",\"state\":\"%2$s\"}".formatted(words[0], words[1]));
        }
        answers.put("/jobs/overview", "{\"jobs\":[" + text + "]}");
    }

    private void saved(String job, long millis) {
        answers.put(
                "/jobs/" + job + "/checkpoints", "{\"latest\":{\"completed\":{\"trigger_timestamp\":" + millis + "}}}");
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body =
                answers.getOrDefault(exchange.getRequestURI().getPath(), "{}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
