package io.quanyu.serve.command;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Files by which somebody means harm. Each ends with a sentence and an exit code, and none with the process. */
class HostileFilesTest {

    private static final int REFUSED = ExitCode.ALARMING;
    private static final int MEBIBYTE = 1 << 20;
    private static final String TILL = "no,time,qty,price\n";
    private static final String MAP =
            """
            name: till
            version: 1
            group_by: "no"
            columns:
              number: {column: "no"}
              time: {column: time, format: "yyyy-MM-dd HH:mm:ss", zone: Asia/Shanghai}
              quantity: {column: qty}
              price: {column: price, unit: yuan}
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** Writes the bytes of a file. */
    @FunctionalInterface
    private interface Content {
        void to(OutputStream file) throws IOException;
    }

    /**
     * A file and what becomes of it.
     *
     * @param says words that the command must say
     */
    private record Hostile(String source, String name, Content content, int exitCode, String says) {
        @Override
        public String toString() {
            return source + ": " + name;
        }
    }

    static Stream<Hostile> packed() {
        Content scan = text(scan(""));
        return Stream.of(
                new Hostile(
                        "scan-jsonl", "blank lines.gz", gzip(times("\n", 300)), ExitCode.USAGE, "250 times its size"),
                new Hostile(
                        "scan-jsonl", "one line.gz", gzip(times("x", 300)), ExitCode.USAGE, "64 MiB without an end"),
                new Hostile("youzan", "one text.gz", gzip(times("\"", 300)), ExitCode.USAGE, "64 MiB without an end"),
                new Hostile("scan-jsonl", "bomb.zip", zip(times("\n", 300), "a"), ExitCode.USAGE, "250 times its size"),
                new Hostile("scan-jsonl", "bombs.zip", zip(times("\n", 30), names(12)), ExitCode.USAGE, "250 times"),
                new Hostile("scan-jsonl", "broken.gz", half(gzip(scan)), ExitCode.USAGE, "fetch the file again"),
                new Hostile("scan-jsonl", "broken.zip", half(zip(scan, "a")), ExitCode.USAGE, "fetch the file again"),
                new Hostile("scan-jsonl", "rubbish.gz", text("no gzip"), ExitCode.USAGE, "does not begin like one"),
                new Hostile("scan-jsonl", "twice.gz", gzip(gzip(scan)), REFUSED, "MALFORMED"),
                new Hostile(
                        "scan-jsonl", "upwards.zip", zip(scan, "../../etc/passwd"), ExitCode.OK, "1 events accepted"));
    }

    static Stream<Hostile> payloads() {
        return Stream.of(
                new Hostile("scan-jsonl", "deep lists", text("[".repeat(100_000)), REFUSED, "MALFORMED"),
                new Hostile("youzan", "deep objects", text("{\"a\":".repeat(100_000)), REFUSED, "MALFORMED"),
                new Hostile("youzan", "deep and whole", text("[".repeat(900) + "]".repeat(900)), REFUSED, "refused as"),
                new Hostile(
                        "scan-jsonl", "long digits", text(scan(",\"city\":" + "9".repeat(5000))), REFUSED, "MALFORMED"),
                new Hostile(
                        "scan-jsonl", "huge exponent", text(scan(",\"city\":1e999999999")), ExitCode.OK, "1 events"),
                new Hostile("scan-jsonl", "name twice", text(scan(",\"code\":\"ch_2\"")), REFUSED, "MALFORMED"),
                new Hostile(
                        "scan-jsonl",
                        "too large",
                        text(scan(",\"city\":\"" + "x".repeat(9 * MEBIBYTE) + "\"")),
                        REFUSED,
                        "TOO_LARGE"),
                new Hostile(
                        "scan-jsonl",
                        "half a sign",
                        text(scan(",\"city\":\"\\ud800\\u0000\"")),
                        ExitCode.OK,
                        "1 events"),
                new Hostile(
                        "scan-jsonl",
                        "another charset",
                        file -> file.write(scan("").getBytes(UTF_16LE)),
                        REFUSED,
                        "MALFORMED"),
                new Hostile("scan-jsonl", "noise", HostileFilesTest::noise, REFUSED, "MALFORMED"),
                new Hostile("wecom-contact", "laugh.xml", text(laugh()), REFUSED, "MALFORMED"),
                new Hostile("wecom-contact", "foreign.xml", text(foreign()), REFUSED, "MALFORMED"),
                new Hostile("wecom-contact", "deep.xml", text("<a>".repeat(100_000)), REFUSED, "nested deeper"),
                new Hostile("wecom-contact", "attributes.xml", text(attributes()), REFUSED, "MALFORMED"),
                new Hostile(
                        "wecom-contact", "name.xml", text("<" + "n".repeat(MEBIBYTE) + "/>"), REFUSED, "refused as"));
    }

    static Stream<Hostile> tables() {
        return Stream.of(
                new Hostile(
                        "pos-csv", "no line end.csv.gz", gzip(tillAndThen(times("x", 200))), REFUSED, "is longer than"),
                new Hostile(
                        "pos-csv",
                        "open quote.csv",
                        text(TILL + "\"" + "x\n".repeat(5000)),
                        REFUSED,
                        "quotes that do not close"),
                new Hostile("pos-csv", "many columns.csv", text(TILL + "x,".repeat(100_000)), REFUSED, "refused as"),
                new Hostile(
                        "pos-csv",
                        "huge exponent.csv",
                        text(TILL + "T1,2026-11-20 10:00:00,1,1e999999999\n"),
                        REFUSED,
                        "refused as"),
                new Hostile(
                        "pos-csv",
                        "formula.csv",
                        text(TILL + "=cmd|'/C calc'!A0,2026-11-20 10:00:00,1,9.90\n"),
                        ExitCode.OK,
                        "1 events"),
                new Hostile("pos-csv", "empty.csv", text(""), ExitCode.USAGE, "empty.csv"));
    }

    static Stream<Hostile> maps() {
        return Stream.of(
                new Hostile("map", "laugh.yaml", text(YAML_LAUGH), ExitCode.USAGE, "more than 200000 values"),
                new Hostile("map", "self.yaml", text("name: &a [*a]"), ExitCode.USAGE, "contains itself"),
                new Hostile(
                        "map",
                        "key list.yaml",
                        text("? [a, b]\n: c"),
                        ExitCode.USAGE,
                        "name of an entry must be a text"),
                new Hostile("map", "deep.yaml", text("[".repeat(100_000)), ExitCode.USAGE, "Depth exceeded"),
                new Hostile("map", "large.yaml", times("#", 4), ExitCode.USAGE, "more than 3 MiB"),
                new Hostile(
                        "map",
                        "tag.yaml",
                        text("name: !!java.net.URL [\"http://evil.invalid\"]"),
                        ExitCode.USAGE,
                        "tag is not allowed"),
                new Hostile("rules", "laugh.yaml", text(YAML_LAUGH), ExitCode.USAGE, "more than 200000 values"),
                new Hostile("rules", "self.yaml", text("tags: &a [*a]"), ExitCode.USAGE, "contains itself"),
                new Hostile("rules", "deep.yaml", text("{a: ".repeat(100_000)), ExitCode.USAGE, "Depth exceeded"));
    }

    @ParameterizedTest
    @MethodSource({"packed", "payloads", "tables", "maps"})
    void endsWithASentence(Hostile hostile) throws IOException {
        Path file = folder.resolve(hostile.name());
        try (OutputStream bytes = Files.newOutputStream(file)) {
            hostile.content().to(bytes);
        }

        assertThat(run(hostile.source(), file)).as("%.2000s", err).isEqualTo(hostile.exitCode());
        assertThat(err).asString().contains(hostile.says()).doesNotContain("should not have happened", "\tat ");
    }

    private int run(String source, Path file) throws IOException {
        return switch (source) {
            case "rules" -> quanyu("rules", "release", "--dry-run", file.toString());
            case "map" -> ingest("pos-csv", Files.writeString(folder.resolve("till.csv"), TILL), file);
            case "pos-csv" -> ingest(source, file, Files.writeString(folder.resolve("map.yaml"), MAP));
            default -> quanyu("ingest", "--dry-run", "--shop", "s", "--platform", source, file.toString());
        };
    }

    private int ingest(String source, Path file, Path map) {
        return quanyu(
                "ingest", "--dry-run", "--shop", "s", "--platform", source, "--map", map.toString(), file.toString());
    }

    private int quanyu(String... words) {
        var all = new ArrayList<>(Arrays.asList(words));
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        var main = new CommandLine(new CommandsTest.Main());
        ServeCommands.addTo(main);
        main.setOut(new PrintWriter(out, true));
        main.setErr(new PrintWriter(err, true));
        return main.execute(all.toArray(String[]::new));
    }

    private static String scan(String more) {
        return "{\"code\":\"ch_1\",\"at\":\"2026-09-01T10:00:00+08:00\",\"scan_id\":\"1\"" + more + "}\n";
    }

    private static Content text(String text) {
        return file -> file.write(text.getBytes(UTF_8));
    }

    private static Content times(String sign, int mebibytes) {
        byte[] one = sign.repeat(MEBIBYTE).getBytes(UTF_8);
        return file -> {
            for (int i = 0; i < mebibytes; i++) {
                file.write(one);
            }
        };
    }

    private static Content tillAndThen(Content more) {
        return file -> {
            text(TILL).to(file);
            more.to(file);
        };
    }

    private static Content gzip(Content content) {
        return file -> {
            var gzip = new GZIPOutputStream(file);
            content.to(gzip);
            gzip.finish();
        };
    }

    private static Content zip(Content content, String... names) {
        return file -> {
            var zip = new ZipOutputStream(file);
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                content.to(zip);
            }
            zip.finish();
        };
    }

    private static String[] names(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).toArray(String[]::new);
    }

    private static Content half(Content content) {
        return file -> {
            var whole = new ByteArrayOutputStream();
            content.to(whole);
            file.write(whole.toByteArray(), 0, whole.size() / 2);
        };
    }

    private static void noise(OutputStream file) throws IOException {
        var bytes = new byte[MEBIBYTE / 4];
        new SplittableRandom(1).nextBytes(bytes);
        file.write(bytes);
    }

    private static String laugh() {
        var dtd = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
        IntStream.rangeClosed(1, 20)
                .forEach(level -> dtd.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(level, level - 1, level - 1)));
        return dtd + "]><xml><Event>&a20;</Event></xml>";
    }

    private static String foreign() {
        return "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><xml><Event>&f;</Event></xml>";
    }

    private static String attributes() {
        var element = new StringBuilder("<xml");
        IntStream.range(0, 50_000).forEach(number -> element.append(" a%d=\"x\"".formatted(number)));
        return element + "/>";
    }

    private static final String YAML_LAUGH = IntStream.rangeClosed(1, 16)
            .mapToObj(level -> "l%d: &l%d [*l%d,*l%d,*l%d]%n".formatted(level, level, level - 1, level - 1, level - 1))
            .reduce("l0: &l0 [x,x,x,x,x,x,x,x,x]\n", String::concat);
}
