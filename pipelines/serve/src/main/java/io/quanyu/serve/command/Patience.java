package io.quanyu.serve.command;

import io.quanyu.serve.ask.platform.Deadline;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How long a command waits for the jobs. */
public final class Patience {

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long to wait for the jobs to write what has arrived (default: ${DEFAULT-VALUE}).")
    int seconds;

    /** The end of it, if it begins now. */
    public Deadline begin() {
        return Deadline.in(Duration.ofSeconds(seconds));
    }
}
