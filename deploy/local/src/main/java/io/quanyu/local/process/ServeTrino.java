package io.quanyu.local.process;

import java.lang.reflect.InvocationTargetException;
import java.time.Duration;

/**
 * Main class of the Trino process: starts the server and ends with its parent.
 *
 * <p>By reflection, because Trino's classes are newer than the byte code we compile to; it runs on JDK 25.
 */
public final class ServeTrino {

    private ServeTrino() {}

    /** Starts Trino; the only argument is its version. */
    public static void main(String[] args) throws ReflectiveOperationException {
        // Nothing in Trino's folder outlives a run, so nothing is lost by a short goodbye.
        OrphanGuard.watch(System.in, Duration.ofSeconds(2));
        Class<?> server = Class.forName("io.trino.server.Server");
        try {
            Object instance = server.getDeclaredConstructor().newInstance();
            server.getMethod("start", String.class).invoke(instance, args[0]);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("Trino " + args[0] + " did not start", e.getCause());
        }
    }
}
