package io.quanyu.serve.command.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.serve.ask.query.RowWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RowFormatTest {

    @Test
    void aTableAlignsChineseTextAndNumbers() {
        assertThat(print(RowFormat.TABLE))
                .isEqualTo(
                        """
                        channel     revenue_yuan  days
                        ----------  ------------  ---------
                        抖音直播间       1234.50  [a, b]
                        wx                     7  two lines
                        """);
    }

    @Test
    void tsvEscapesWhatWouldBreakALine() {
        assertThat(print(RowFormat.TSV))
                .isEqualTo("channel\trevenue_yuan\tdays\n抖音直播间\t1234.50\t[a, b]\nwx\t7\ttwo\\nlines\n");
    }

    @Test
    void csvQuotesWhatWouldBreakACell() {
        assertThat(print(RowFormat.CSV))
                .isEqualTo("\uFEFFchannel,revenue_yuan,days\r\n抖音直播间,1234.50,\"[a, b]\"\r\nwx,7,\"two\nlines\"\r\n");
    }

    @Test
    void csvRunsNoFormulaAndKeepsIdsAsTheyAre() {
        var text = new StringWriter();
        RowWriter writer = RowFormat.CSV.to(new PrintWriter(text));
        writer.columns(List.of("=a", "b", "c"));
        writer.row(List.of("=cmd|'/C calc'!A0", "0012", 12L));
        writer.end();

        assertThat(text).hasToString("\uFEFF'=a,b,c\r\n'=cmd|'/C calc'!A0,\"=\"\"0012\"\"\",12\r\n");
    }

    @ParameterizedTest
    @EnumSource(RowFormat.class)
    void noFormPrintsWhatATerminalObeys(RowFormat format) {
        var text = new StringWriter();
        var out = new PrintWriter(new VisibleWriter(text));
        RowWriter writer = format.to(out);
        writer.columns(List.of("text"));
        writer.row(List.of("ch\u001b[31mRED\u001b]0;pwned\u0007 \u202Egnp.exe\u009b \u0000"));
        writer.end();

        assertThat(text)
                .asString()
                .contains("\\u001B[31mRED\\u001B]0;pwned\\u0007 \\u202Egnp.exe\\u009B")
                .doesNotContainPattern("[\\p{Cc}\u202E&&[^\\n\\r]]");
    }

    @Test
    void jsonKeepsNumbersListsAndNulls() {
        var text = new StringWriter();
        RowWriter writer = RowFormat.JSONL.to(new PrintWriter(text));
        writer.columns(List.of("n", "list", "nothing"));
        writer.row(Arrays.asList(7L, List.of("a"), null));
        writer.end();

        assertThat(text).hasToString("{\"n\":7,\"list\":[\"a\"],\"nothing\":null}\n");
    }

    private static String print(RowFormat format) {
        var text = new StringWriter();
        RowWriter writer = format.to(new PrintWriter(text));
        writer.columns(List.of("channel", "revenue_yuan", "days"));
        writer.row(List.of("抖音直播间", new BigDecimal("1234.50"), List.of("a", "b")));
        writer.row(List.of("wx", 7L, "two\nlines"));
        writer.end();
        return text.toString();
    }
}
