package io.quanyu.local.lifecycle;

import java.time.Duration;

/** A task that is done again and again, in a thread of its own, until it is closed. */
final class Repeated implements AutoCloseable {

    private static final Duration GOODBYE = Duration.ofSeconds(30);

    private final Thread thread;

    private Repeated(Thread thread) {
        this.thread = thread;
    }

    /**
     * Begins at once.
     *
     * @param task throws nothing but what ends it for good
     * @param pause between its end and its next beginning
     */
    static Repeated begin(String name, Duration pause, Runnable task) {
        Thread thread = new Thread(() -> repeat(task, pause), name);
        thread.setDaemon(true);
        thread.start();
        return new Repeated(thread);
    }

    private static void repeat(Runnable task, Duration pause) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                task.run();
                Thread.sleep(pause.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join(GOODBYE.toMillis());
    }
}
