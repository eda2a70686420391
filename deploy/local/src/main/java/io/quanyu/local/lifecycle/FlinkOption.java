package io.quanyu.local.lifecycle;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names a Flink of its own. */
public final class FlinkOption {

    @Option(
            names = "--flink-cluster",
            paramLabel = "URL",
            description =
                    "Let the Flink at this address run the jobs, for example http://127.0.0.1:18083, instead of this process; see deploy/flink.")
    private @Nullable URI cluster;

    /** Address of its web page; null if this process runs the jobs. */
    public @Nullable URI cluster() {
        return cluster;
    }

    public List<String> asArguments() {
        return cluster == null ? List.of() : List.of("--flink-cluster=" + cluster);
    }
}
