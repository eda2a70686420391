package io.quanyu.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The last lines of a log that say why something ended. */
final class LogTail {

    private static final int READ_BYTES = 64 * 1024;
    private static final Pattern TELLING =
            Pattern.compile("\\b(ERROR|FATAL)\\b|Exception|Error:|Caused by|error:|No space left|Could not|Cannot");
    private static final Pattern STACK_FRAME = Pattern.compile("^\\s+(at |\\.\\.\\. )");

    private LogTail() {}

    /** At most {@code count} lines: those that tell of an error if there are any, else the last. */
    static List<String> of(Path log, int count) {
        List<String> telling = errors(log, count);
        return telling.isEmpty() ? last(lines(log), count) : telling;
    }

    /** The last lines that tell of an error, at most {@code count}. */
    static List<String> errors(Path log, int count) {
        List<String> telling =
                lines(log).stream().filter(line -> TELLING.matcher(line).find()).toList();
        return last(telling, count);
    }

    private static List<String> last(List<String> lines, int count) {
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }

    private static List<String> lines(Path log) {
        return lastLines(log).stream()
                .filter(line -> !line.isBlank() && !STACK_FRAME.matcher(line).find())
                .toList();
    }

    private static List<String> lastLines(Path log) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - READ_BYTES));
            byte[] bytes = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
