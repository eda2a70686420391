package io.quanyu.serve.command.identity;

import io.quanyu.serve.ask.identity.IdentifierText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The identifiers that a command is about: its arguments and the lines of a file. */
final class NamedIdentifiers {

    @Parameters(
            arity = "0..*",
            paramLabel = "IDENTIFIER",
            converter = OrStandardInput.class,
            description = "What: " + IdentifierText.FORM + "." + OrStandardInput.HELP)
    List<String> arguments = List.of();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "More of them, one a line; blank lines and lines that start with # are skipped.")
    @Nullable
    Path file;

    /** @throws IllegalArgumentException if there is none, or one is no identifier; the message says where */
    List<IdentifierText> read() throws IOException {
        List<IdentifierText> named = new ArrayList<>();
        arguments.forEach(argument -> named.add(IdentifierText.of(argument)));
        if (file != null) {
            named.addAll(lines(file));
        }
        if (named.isEmpty()) {
            throw new IllegalArgumentException("No identifier given: name at least one, or a --file with some");
        }
        return named;
    }

    private static List<IdentifierText> lines(Path file) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("Cannot read file " + file.toAbsolutePath() + ": there is none", e);
        }
        List<IdentifierText> named = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                named.add(line(file, i + 1, line));
            }
        }
        return named;
    }

    private static IdentifierText line(Path file, int number, String line) {
        try {
            return IdentifierText.of(line);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + " line " + number + ": " + e.getMessage(), e);
        }
    }
}
