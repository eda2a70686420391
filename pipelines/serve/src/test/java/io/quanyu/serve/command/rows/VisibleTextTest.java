package io.quanyu.serve.command.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class VisibleTextTest {

    @Test
    void showsWhatATerminalWouldObey() {
        assertThat(VisibleText.of("\u001b[31mRED \u0000nul \u007f \u0085 \u202Egnp.exe \u2066x\u2069 \u200f"))
                .isEqualTo("\\u001B[31mRED \\u0000nul \\u007F \\u0085 \\u202Egnp.exe \\u2066x\\u2069 \\u200F");
    }

    @Test
    void leavesTheRestAlone() {
        String text = "\uFEFF抖音直播间\tΩ 👩\u200d👩\u200d👧 a\\b\r\n";

        assertThat(VisibleText.of(text)).isEqualTo(text);
    }

    @Test
    void isWhatAWriterPassesOnHoweverItIsWrittenTo() throws IOException {
        var text = new StringWriter();
        try (var out = new PrintWriter(new VisibleWriter(text))) {
            out.write('\u001b');
            out.write("a\u0007b", 1, 2);
            out.write("\u009b".toCharArray());
            out.println("c");
        }

        assertThat(text).hasToString("\\u001B\\u0007b\\u009Bc" + System.lineSeparator());
    }
}
