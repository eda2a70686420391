package io.quanyu.serve.command.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void commasQuotesAndLineEndsStayInTheirCell() {
        assertThat(Csv.line(List.of("a,b", "he said \"hi\"", "two\nlines", "plain", "")))
                .isEqualTo("\"a,b\",\"he said \"\"hi\"\"\",\"two\nlines\",plain,\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6911223344556677889", "0012", "1e10", "-5", "2026-03-01"})
    void whatExcelWouldReadAsANumberStaysText(String id) {
        assertThat(Csv.excelText(id)).isEqualTo("=\"" + id + "\"");
    }

    @ParameterizedTest
    @CsvSource({"=1+1,'''=1+1'", "@sum,'''@sum'", "+cmd,'''+cmd'", "-x,'''-x'"})
    void whatExcelWouldRunDoesNotRun(String text, String safe) {
        assertThat(Csv.excelText(text)).isEqualTo(safe);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"＝1+1", "＋cmd", "－x", "＠sum", "\n=1+1", "\t=1+1", "=HYPERLINK(\"http://evil.invalid\",\"click\")"
            })
    void norWhatOnlySomeProgramsRun(String text) {
        assertThat(Csv.excelText(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"138****8000", "p-7f3a", "直播敏感型", "youzan|1|E1"})
    void otherTextsAreLeftAlone(String text) {
        assertThat(Csv.excelText(text)).isEqualTo(text);
    }
}
