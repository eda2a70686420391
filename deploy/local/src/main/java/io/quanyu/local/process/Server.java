package io.quanyu.local.process;

/** A server that the platform starts as a process of its own, and starts again when it ends. */
public interface Server {

    /** What people call it, for example {@code Kafka}. */
    String name();

    /** Starts a process; until it {@link #answers}, it is not ready. */
    ServerProcess start();

    /** Whether it takes clients now. Waits a few seconds at most. */
    boolean answers();
}
