package io.quanyu.local.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Runs a command in a session of its own, so that a Ctrl-C or a closed terminal reaches only who started it.
 *
 * <p>Uses {@code setsid} where the system has it (every Linux). Elsewhere the command runs as it is: then Ctrl-C reaches it
 * too, which only shortens the goodbye.
 */
public final class OwnSession {

    private static final Optional<Path> SETSID = find("setsid");

    private OwnSession() {}

    /** The command that does the same in its own session, under the same process id. */
    public static List<String> of(List<String> command) {
        var words = new ArrayList<String>();
        SETSID.ifPresent(setsid -> words.add(setsid.toString()));
        words.addAll(command);
        return words;
    }

    private static Optional<Path> find(String program) {
        String path = System.getenv("PATH");
        if (path == null) {
            return Optional.empty();
        }
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(path)
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
