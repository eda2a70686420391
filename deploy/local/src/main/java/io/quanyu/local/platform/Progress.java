package io.quanyu.local.platform;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells a person what has been done, one line each. Called from several threads. */
public interface Progress {

    void say(String line);

    /** A part is ready after a time. */
    default void ready(String part, String what, Duration took) {
        say(String.format(Locale.ROOT, "%-6s %-44s %5.1f s", part, what, took.toMillis() / 1000.0));
    }

    /** Lines on a stream, each written whole. */
    static Progress on(PrintStream out) {
        return line -> {
            out.print(line + System.lineSeparator());
            out.flush();
        };
    }
}
