package io.quanyu.local.flink;

import io.quanyu.local.platform.PlatformJob;
import org.jspecify.annotations.Nullable;

/**
 * What Flink says about a job.
 *
 * @param title its name, with its generation from the second on
 * @param state as Flink names it, for example RUNNING, RESTARTING, FAILED
 * @param lastCheckpoint when the newest complete checkpoint was taken and how long that took, or "none yet"
 * @param failure the newest failure; null if there was none
 */
public record JobReport(
        PlatformJob job, String title, String state, String lastCheckpoint, @Nullable JobFailure failure) {

    static final String NO_CHECKPOINT = "none yet";

    /** Of a job that is not there. */
    static JobReport missing(PlatformJob job, String title) {
        return new JobReport(job, title, "MISSING", NO_CHECKPOINT, null);
    }

    /** Whether it was ended by somebody, and not by a failure. */
    public boolean wasReplaced() {
        return state.equals("CANCELED");
    }

    public boolean runs() {
        return state.equals("RUNNING");
    }
}
