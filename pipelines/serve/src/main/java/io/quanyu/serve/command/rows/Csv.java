package io.quanyu.serve.command.rows;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lines of a CSV file as RFC 4180 has them. */
public final class Csv {

    /** What makes a program for tables read a file as UTF-8. */
    static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String END_OF_LINE = "\r\n";
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\r\n]|^\\s|\\s$");
    private static final Pattern READS_AS_NUMBER = Pattern.compile("[+-]?[0-9][0-9.,:/eE+-]*");
    private static final Pattern READS_AS_FORMULA = Pattern.compile("^[=+@\t\r\n＝＋＠－-].*", Pattern.DOTALL);

    private Csv() {}

    static String line(List<String> cells) {
        return cells.stream().map(Csv::quoted).collect(Collectors.joining(",", "", END_OF_LINE));
    }

    /**
     * A text that stays what it is when Excel opens the file: an id of digits would lose its last ones or its leading zeros, and
     * a text that starts like a formula would be run. The first becomes {@code ="0012"}, the second gets a leading apostrophe.
     */
    public static String excelText(String text) {
        if (READS_AS_NUMBER.matcher(text).matches()) {
            return "=\"" + text + "\"";
        }
        return READS_AS_FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    private static String quoted(String cell) {
        return NEEDS_QUOTES.matcher(cell).find() ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
