package io.quanyu.local.lifecycle;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has been started and must be ended, last first. Once closed, whatever is added is ended at once: so a start that
 * is interrupted in the middle leaves nothing behind, whichever thread adds last.
 */
final class Closing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private volatile boolean closed;

    /** Adds a part and returns it. */
    <P extends AutoCloseable> P add(P part) {
        synchronized (this) {
            if (!closed) {
                parts.push(part);
                return part;
            }
        }
        end(part);
        return part;
    }

    boolean isClosed() {
        return closed;
    }

    /** Ends everything; a second call, also from another thread, waits for the first and does nothing. */
    @Override
    public synchronized void close() {
        closed = true;
        while (!parts.isEmpty()) {
            end(parts.pop());
        }
    }

    private static void end(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.warn("{} did not end in order", part.getClass().getSimpleName(), e);
        }
    }
}
