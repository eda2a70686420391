package io.quanyu.local.lifecycle;

import java.nio.file.Path;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilder;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilderFactory;
import org.apache.logging.log4j.core.config.builder.impl.BuiltConfiguration;

/** The log of this process. Until it has a file, nothing is logged: a command's words are its own. */
public final class PlatformLog {

    private static final String FILE = "file";
    private static final String PATTERN = "%d{ISO8601} %-5p %m (%c{1}, %t)%n";
    private static final String MAX_SIZE = "20 MB";
    private static final int KEPT = 3;

    private PlatformLog() {}

    /** Logs to a file from now on. */
    public static void writeTo(Path file) {
        ConfigurationBuilder<BuiltConfiguration> builder = ConfigurationBuilderFactory.newConfigurationBuilder();
        builder.setShutdownHook("disable");
        builder.add(builder.newAppender(FILE, "RollingFile")
                .addAttribute("fileName", file.toString())
                .addAttribute("filePattern", file + ".%i")
                .add(builder.newLayout("PatternLayout").addAttribute("pattern", PATTERN))
                .addComponent(builder.newComponent("Policies")
                        .addComponent(builder.newComponent("SizeBasedTriggeringPolicy")
                                .addAttribute("size", MAX_SIZE)))
                .addComponent(builder.newComponent("DefaultRolloverStrategy").addAttribute("max", KEPT)));
        builder.add(builder.newRootLogger(Level.WARN).add(builder.newAppenderRef(FILE)));
        builder.add(builder.newLogger("io.quanyu", Level.INFO));
        // Who registers the same gauge twice is Iceberg, and it harms nobody.
        builder.add(builder.newLogger("org.apache.flink.metrics.MetricGroup", Level.ERROR));
        Configurator.reconfigure(builder.build());
    }
}
