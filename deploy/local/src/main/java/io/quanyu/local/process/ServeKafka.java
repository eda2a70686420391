package io.quanyu.local.process;

import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;

/**
 * Main class of the Kafka process: formats the log folder if it is new, starts the broker and ends with its parent.
 *
 * <p>By reflection, because the broker's jars are on the class path of this process only.
 */
public final class ServeKafka {

    private ServeKafka() {}

    /** Starts a broker; the arguments are the cluster's id and the path of {@code server.properties}. */
    public static void main(String[] args) throws ReflectiveOperationException {
        // A broker that says goodbye need not check its logs at the next start.
        OrphanGuard.watch(System.in, Duration.ofSeconds(10));
        format(args[0], args[1]);
        Class.forName("kafka.Kafka").getMethod("main", String[].class).invoke(null, (Object) new String[] {args[1]});
    }

    private static void format(String clusterId, String properties) throws ReflectiveOperationException {
        String[] arguments = {"format", "--ignore-formatted", "-t", clusterId, "-c", properties};
        try {
            Object exitCode = Class.forName("kafka.tools.StorageTool")
                    .getMethod("execute", String[].class, PrintStream.class)
                    .invoke(null, arguments, System.out);
            if (!Integer.valueOf(0).equals(exitCode)) {
                throw new IllegalStateException("Kafka could not format its log folder, see " + properties);
            }
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("Kafka could not format its log folder, see " + properties, e.getCause());
        }
    }
}
