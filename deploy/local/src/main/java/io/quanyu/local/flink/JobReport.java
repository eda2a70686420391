package io.quanyu.local.flink;

import io.quanyu.local.platform.PlatformJob;
import java.util.Optional;

/**
 * What Flink says about a job.
 *
 * @param title its name, with its generation from the second on
 * @param state as Flink names it, for example RUNNING, RESTARTING, FAILED
 * @param lastCheckpoint when the newest complete checkpoint was taken and how long that took, or "none yet"
 * @param failure the first line of the newest failure, if there was one
 */
public record JobReport(PlatformJob job, String title, String state, String lastCheckpoint, Optional<String> failure) {

    /** Whether it was ended by somebody, and not by a failure. */
    public boolean wasReplaced() {
        return state.equals("CANCELED");
    }

    public boolean runs() {
        return state.equals("RUNNING");
    }
}
