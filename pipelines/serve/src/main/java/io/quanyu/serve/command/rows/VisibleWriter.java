package io.quanyu.serve.command.rows;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** Passes on {@link VisibleText}. */
public final class VisibleWriter extends FilterWriter {

    public VisibleWriter(Writer out) {
        super(out);
    }

    @Override
    public void write(int character) throws IOException {
        out.write(VisibleText.of(String.valueOf((char) character)));
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        out.write(VisibleText.of(new String(characters, offset, length)));
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        out.write(VisibleText.of(text.substring(offset, offset + length)));
    }
}
