package io.quanyu.serve.command;

import io.quanyu.serve.ask.platform.RunningPlatform;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that says on which data folder a platform runs. */
public final class DataFolder {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:QUANYU_DATA:-.quanyu}",
            description = "Data folder of the platform (default: .quanyu, or $QUANYU_DATA).")
    Path path = Path.of(".quanyu");

    public Path path() {
        return path;
    }

    /** The platform that runs on it. */
    public RunningPlatform platform() {
        return RunningPlatform.read(path);
    }
}
