package io.quanyu.jobs.environment;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.core.fs.FileSystem;

/**
 * How the tasks of this process write the files of a checkpoint. Each has a thread of its own for it, so a checkpoint of
 * twenty tasks would take the processors from those who work; one after the other they take what work leaves.
 */
public final class CheckpointFiles {

    private static final String LOCAL_FILES = "file";

    private CheckpointFiles() {}

    /**
     * Lets one task write at a time, over all jobs of this process, from now on; the others wait. As {@code
     * fs.file.limit.output: 1} in the configuration of a Flink that is not embedded.
     */
    public static void oneAtATime() {
        FileSystem.initialize(new Configuration().set(CoreOptions.fileSystemConnectionLimitOut(LOCAL_FILES), 1), null);
    }
}
