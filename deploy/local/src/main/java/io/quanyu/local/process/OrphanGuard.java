package io.quanyu.local.process;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * Ends this process when the one that started it is gone.
 *
 * <p>The parent holds the other end of our standard input and never writes to it. The operating system closes that end
 * when the parent dies, even by {@code kill -9}; end of file is therefore the order to stop.
 */
final class OrphanGuard {

    private OrphanGuard() {}

    /** Watches {@code parent} from a thread of its own; a shutdown that outlasts {@code patience} is cut short. */
    static void watch(InputStream parent, Duration patience) {
        daemon("orphan-guard", () -> {
            awaitEnd(parent);
            daemon("orphan-halt", () -> {
                sleep(patience);
                Runtime.getRuntime().halt(1);
            });
            Runtime.getRuntime().exit(0);
        });
    }

    private static void awaitEnd(InputStream parent) {
        try {
            while (parent.read() >= 0) {
                // Nothing is said on this line: only its end matters.
            }
        } catch (IOException e) {
            // A broken line has ended too.
        }
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
