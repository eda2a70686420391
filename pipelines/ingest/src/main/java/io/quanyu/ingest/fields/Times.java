package io.quanyu.ingest.fields;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanyu.ingest.privacy.TextGuard;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times to instants: {@code epoch_seconds}, {@code epoch_millis}, {@code iso} (with offset), or a pattern, which needs a
 * zone. Several formats are tried in turn. Zero, blank and the sentinels of the platforms mean that there is no time.
 */
public final class Times implements Converter {

    private static final Pattern DIGITS = Pattern.compile("\\d{1,18}");
    private static final Pattern NO_TIME = Pattern.compile(
            "0|-|0000-00-00.*|0001-01-01.*|1970-01-01[T ]0[08]:00:00(?:\\.0+)?(?:Z|\\+00:00|\\+08:00)?");

    /** What spreadsheets make of a time when they save it again: no two readings, since the year comes first. */
    private static final String YEAR_FIRST = "[y-M-d][y/M/d][y.M.d][y年M月d日][ ]['T'][H:m[:s[.SSSSSS][.SSS]]]";

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private final List<String> formats;
    private final List<Form> forms;

    private Times(List<String> formats, List<Form> forms) {
        this.formats = formats;
        this.forms = forms;
    }

    /**
     * Reads the given formats in turn.
     *
     * @throws IllegalArgumentException if a format is none, or a pattern comes without zone
     */
    public static Times of(List<String> formats, @Nullable ZoneId zone) {
        List<Form> forms = new ArrayList<>();
        formats.forEach(format -> forms.add(form(format, zone)));
        if (zone != null) {
            forms.add(pattern(YEAR_FIRST, zone));
        }
        return new Times(formats, List.copyOf(forms));
    }

    @Override
    public @Nullable Instant read(JsonNode node) {
        String text = CellText.halfWidth(Converter.text(node));
        if (text.isEmpty() || NO_TIME.matcher(text).matches()) {
            return null;
        }
        for (Form form : forms) {
            Instant time = form.read(text);
            if (time != null) {
                return plausible(time, text);
            }
        }
        throw BadField.bad("must be a time as " + String.join(" or ", formats) + ", but is " + TextGuard.quote(text));
    }

    private static Instant plausible(Instant time, String text) {
        if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
            throw BadField.bad(
                    "must lie between 1990 and 2100; check seconds against milliseconds: " + TextGuard.quote(text));
        }
        return time;
    }

    private static Form form(String format, @Nullable ZoneId zone) {
        return switch (format) {
            case "epoch_seconds" -> text -> DIGITS.matcher(text).matches() ? seconds(Long.parseLong(text)) : null;
            case "epoch_millis" -> text ->
                    DIGITS.matcher(text).matches() ? Instant.ofEpochMilli(Long.parseLong(text)) : null;
            case "iso" -> text -> parsed(() -> OffsetDateTime.parse(text).toInstant());
            default -> pattern(format, zone);
        };
    }

    private static Instant seconds(long seconds) {
        return seconds > LATEST.getEpochSecond() ? LATEST : Instant.ofEpochSecond(seconds);
    }

    private static Form pattern(String pattern, @Nullable ZoneId zone) {
        if (zone == null) {
            throw new IllegalArgumentException(
                    "the time pattern \"" + pattern + "\" needs a zone, for example Asia/Shanghai");
        }
        // In strict mode a year of era would need its era.
        DateTimeFormatter formatter =
                DateTimeFormatter.ofPattern(pattern.replace('y', 'u')).withResolverStyle(ResolverStyle.STRICT);
        return text -> parsed(() -> instant(formatter.parseBest(text, LocalDateTime::from, LocalDate::from), zone));
    }

    /** A day alone is its start. */
    private static Instant instant(TemporalAccessor time, ZoneId zone) {
        return time instanceof LocalDate day
                ? day.atStartOfDay(zone).toInstant()
                : LocalDateTime.from(time).atZone(zone).toInstant();
    }

    private static @Nullable Instant parsed(Supplier<Instant> parse) {
        try {
            return parse.get();
        } catch (DateTimeException otherForm) {
            return null;
        }
    }

    private interface Form {
        @Nullable
        Instant read(String text);
    }
}
