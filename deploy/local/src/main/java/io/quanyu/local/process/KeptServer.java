package io.quanyu.local.process;

import io.quanyu.local.process.ServerReport.State;
import java.time.Duration;
import java.time.Instant;

/**
 * A server that is started again whenever it ends: after a second, and after twice as long each time that it ends soon again, at most a minute. It moves
 * only when it is asked to {@link #step}. Once closed it stays down. Safe for several threads.
 */
public final class KeptServer implements AutoCloseable {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Server server;
    private ServerProcess process;
    private ServerReport report;
    private Duration pause = FIRST_PAUSE;
    private boolean closed;

    private KeptServer(Server server, Instant now) {
        this.server = server;
        this.process = server.start();
        this.report = new ServerReport(server.name(), State.RUNS, now.toEpochMilli(), 0, "");
    }

    /** Starts a server. Whoever does, waits for it to answer before it is kept. */
    public static KeptServer start(Server server, Instant now) {
        return new KeptServer(server, now);
    }

    public synchronized ServerProcess process() {
        return process;
    }

    /** What is known of it since the last step. */
    public synchronized ServerReport report() {
        return report;
    }

    /**
     * Does what is due.
     *
     * @param mayRun whether it may write; else it is ended in order, and stands
     */
    public synchronized void step(Instant now, boolean mayRun) {
        if (closed) {
            return;
        }
        if (!mayRun && report.state() != State.STANDS) {
            process.close();
            become(State.STANDS, now);
        }
        switch (report.state()) {
            case RUNS -> run(now);
            case STARTS -> awaitAnswer(now);
            case DEAD -> startIfDue(now);
            case STANDS -> goOnIf(mayRun, now);
        }
    }

    private void run(Instant now) {
        if (!process.isAlive()) {
            pause = ran(now).compareTo(LONGEST_PAUSE) > 0 ? FIRST_PAUSE : pause;
            die(now);
        }
    }

    private Duration ran(Instant now) {
        return Duration.ofMillis(now.toEpochMilli() - report.sinceMillis());
    }

    private void awaitAnswer(Instant now) {
        if (!process.isAlive()) {
            die(now);
        } else if (server.answers()) {
            become(State.RUNS, now);
        }
    }

    private void die(Instant now) {
        become(State.DEAD, now, report.restarts(), process.whyItEnded());
    }

    private void startIfDue(Instant now) {
        if (!now.isBefore(Instant.ofEpochMilli(report.sinceMillis()).plus(pause))) {
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            startAgain(now);
        }
    }

    private void goOnIf(boolean mayRun, Instant now) {
        if (mayRun) {
            startAgain(now);
        }
    }

    private void startAgain(Instant now) {
        try {
            process = server.start();
            become(State.STARTS, now, report.restarts() + 1, report.lastEnd());
        } catch (StartFailed e) {
            become(State.DEAD, now, report.restarts(), String.valueOf(e.getMessage()));
        }
    }

    private void become(State state, Instant now) {
        become(state, now, report.restarts(), report.lastEnd());
    }

    private void become(State state, Instant now, int restarts, String lastEnd) {
        report = new ServerReport(server.name(), state, now.toEpochMilli(), restarts, lastEnd);
    }

    /** Tells the server to stop and waits until it is gone. */
    @Override
    public synchronized void close() {
        closed = true;
        process.close();
    }
}
