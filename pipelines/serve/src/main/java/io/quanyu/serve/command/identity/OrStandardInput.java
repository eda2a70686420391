package io.quanyu.serve.command.identity;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A word of the command line, or for {@code -} the next line of the standard input: what {@code ps} shows to everybody on the machine is the
 * command line alone.
 */
final class OrStandardInput implements ITypeConverter<String> {

    /** What a command says of it. */
    static final String HELP = " - stands for the next line of the standard input, for a phone that ps shall not show.";

    private static final String DASH = "-";

    @Override
    public String convert(String word) throws IOException {
        return word.equals(DASH) ? nextLine(System.in) : word;
    }

    /** Byte by byte, so that the line after it is there for the next dash. */
    private static String nextLine(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        int read = in.read();
        while (read >= 0 && read != '\n') {
            line.write(read);
            read = in.read();
        }
        String text = line.toString(StandardCharsets.UTF_8).strip();
        if (text.isEmpty()) {
            throw new TypeConversionException("the standard input has no line for -");
        }
        return text;
    }
}
