package io.quanyu.local.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quanyu.local.platform.PlatformJob;
import io.quanyu.local.process.StartFailed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemoteJobTest {

    private static final String RUNS =
            "{\"jobs\":[{\"jid\":\"j-1\",\"name\":\"lake\",\"state\":\"RUNNING\",\"tasks\":{\"running\":4,\"total\":4}}]}";
    private static final String STARTS =
            "{\"jobs\":[{\"jid\":\"j-1\",\"name\":\"lake\",\"state\":\"RUNNING\",\"tasks\":{\"running\":1,\"total\":4}}]}";
    private static final String FAILED =
            "{\"jobs\":[{\"jid\":\"j-1\",\"name\":\"lake\",\"state\":\"FAILED\",\"tasks\":{\"running\":0,\"total\":4}}]}";
    private static final String REQUESTED = "{\"request-id\":\"r-1\"}";
    private static final String UNDER_WAY = "{\"status\":{\"id\":\"IN_PROGRESS\"}}";
    private static final String TAKEN = "{\"status\":{\"id\":\"COMPLETED\"},\"operation\":{\"checkpointId\":7}}";
    private static final String LOST =
            "{\"status\":{\"id\":\"COMPLETED\"},\"operation\":{\"failure-cause\":{\"class\":\"CheckpointException\"}}}";
    private static final String NO_JOB = "{\"errors\":[\"Job is not running\"]}";

    private final Deque<String> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private RemoteJob job;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        job = new RemoteJob(
                PlatformJob.LAKE,
                FlinkPage.at("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aJobRunsOnceAllItsTasksDo() throws InterruptedException {
        answers.addAll(List.of("{\"jobs\":[]}", STARTS, RUNS));

        job.awaitRunning();

        assertThat(answers).isEmpty();
    }

    @Test
    void aCheckpointIsWaitedFor() throws InterruptedException {
        answers.addAll(List.of(RUNS, REQUESTED, UNDER_WAY, TAKEN));

        job.checkpoint();

        assertThat(asked)
                .containsExactly(
                        "GET /jobs/overview",
                        "POST /jobs/j-1/checkpoints",
                        "GET /jobs/j-1/checkpoints/r-1",
                        "GET /jobs/j-1/checkpoints/r-1");
    }

    @Test
    void aCheckpointThatALostMachineTookAlongIsAskedForAgain() throws InterruptedException {
        answers.addAll(List.of(RUNS, REQUESTED, LOST, STARTS, RUNS, REQUESTED, NO_JOB, RUNS, REQUESTED, TAKEN));

        job.checkpoint();

        assertThat(answers).isEmpty();
    }

    @Test
    void aJobThatEndedIsNoLongerAlive() throws InterruptedException {
        answers.addAll(List.of(RUNS, "{}", "{}", FAILED, "{}", "{}"));

        job.requireAlive();
        assertThatThrownBy(job::requireAlive)
                .isInstanceOf(StartFailed.class)
                .hasMessageStartingWith("Job lake is FAILED at http://127.0.0.1:");
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
        byte[] answer = answers.remove().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
