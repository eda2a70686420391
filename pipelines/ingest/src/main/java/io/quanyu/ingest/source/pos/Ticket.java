package io.quanyu.ingest.source.pos;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanyu.ingest.Reason;
import io.quanyu.ingest.door.Refusal;
import io.quanyu.ingest.fields.BadField;
import io.quanyu.ingest.fields.ColumnReader;
import io.quanyu.ingest.fields.Money;
import io.quanyu.ingest.source.pos.ColumnMap.SideAmount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one order as its map reads them. Whatever is wrong names the line of its row.
 *
 * @param lines the lines of the rows in their file; empty if they are not known
 */
record Ticket(ColumnMap map, List<JsonNode> rows, List<Long> lines) {

    private static final Duration LONGEST = Duration.ofHours(24);

    String number() {
        String number = same(map.number, "number");
        return dated(map.day, number == null ? (String) Objects.requireNonNull(read(0, map.number::needed)) : number);
    }

    /** The order that is taken back; null if the rows do not say. */
    @Nullable
    String originalOrder() {
        String number = first(map.originalOrder);
        return number == null ? null : dated(map.originalDay, number);
    }

    private String dated(@Nullable ColumnReader day, String number) {
        if (day == null) {
            return number;
        }
        Instant time = Objects.requireNonNull(read(0, day::instant));
        return DateTimeFormatter.BASIC_ISO_DATE.format(time.atZone(map.zone).toLocalDate()) + "-" + number;
    }

    /** Tills write the minute of each row; the ticket counts from its first. */
    Instant at() {
        List<Instant> times = each(map.time::instant);
        Instant first = times.stream().min(Instant::compareTo).orElseThrow();
        Instant last = times.stream().max(Instant::compareTo).orElseThrow();
        if (Duration.between(first, last).compareTo(LONGEST) > 0) {
            throw Refusal.contradictory(place() + "the rows of one order are of " + first + " and " + last
                    + ": if its number comes again on other days, make the day part of it (number: day)");
        }
        return first;
    }

    boolean isRefund() {
        long back = rows.stream().filter(map::takesBack).count();
        return back == rows.size() || (back > 0 && fen() < 0);
    }

    /** What the lines add up to, in fen: below zero if more came back than was taken. */
    long fen() {
        boolean allBack = rows.stream().allMatch(map::takesBack);
        long sum = 0;
        for (int row = 0; row < rows.size(); row++) {
            sum = Math.addExact(sum, allBack ? unsigned(row) : fen(row));
        }
        return allBack ? -Math.abs(sum) : sum;
    }

    /** What a line costs, in fen; what is taken back counts against it, however the till signs it. */
    long fen(int row) {
        long fen = unsigned(row);
        return map.takesBack(rows.get(row)) ? -Math.abs(fen) : fen;
    }

    private long unsigned(int row) {
        return Objects.requireNonNull(read(row, this::amount));
    }

    private Long amount(JsonNode row) {
        if (map.paid != null) {
            return Money.FEN.fen((BigDecimal) map.paid.needed(row));
        }
        BigDecimal price = (BigDecimal) Objects.requireNonNull(map.price).needed(row);
        BigDecimal quantity = (BigDecimal) Objects.requireNonNull(map.quantity).needed(row);
        BigDecimal fen = price.multiply(quantity);
        return Money.FEN.fen(isWeight(quantity) ? fen.setScale(0, RoundingMode.HALF_UP) : fen);
    }

    /** Pieces; what is weighed is one piece. */
    long pieces(int row) {
        BigDecimal quantity =
                (BigDecimal) read(row, cells -> map.quantity == null ? BigDecimal.ONE : map.quantity.needed(cells));
        BigDecimal said = Objects.requireNonNull(quantity);
        long pieces = isWeight(said) ? said.signum() : said.longValueExact();
        return map.takesBack(rows.get(row)) ? -Math.abs(pieces) : pieces;
    }

    private static boolean isWeight(BigDecimal quantity) {
        return quantity.stripTrailingZeros().scale() > 0;
    }

    /** Freight or discount in fen; null if the map has none, or all its cells are empty. */
    @Nullable
    Long side(@Nullable SideAmount amount, String role) {
        if (amount == null) {
            return null;
        }
        List<BigDecimal> said = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            BigDecimal fen = read(row, amount.column()::decimal);
            if (fen != null && (amount.eachRow() || !contains(said, fen))) {
                said.add(fen);
            }
        }
        if (!amount.eachRow() && said.size() > 1) {
            throw Refusal.contradictory(place() + "the rows of one order have " + said.size() + " different values of "
                    + role + ": if each row says its own part, write each: row");
        }
        return said.isEmpty()
                ? null
                : Long.valueOf(said.stream().mapToLong(Money.FEN::fen).sum());
    }

    private static boolean contains(List<BigDecimal> said, BigDecimal fen) {
        return said.stream().anyMatch(one -> one.compareTo(fen) == 0);
    }

    /** The value that the rows agree on; empty cells agree with any. */
    @Nullable
    String same(@Nullable ColumnReader column, String role) {
        return (String) sameValue(column, role);
    }

    @Nullable
    Object sameValue(@Nullable ColumnReader column, String role) {
        List<Object> values = values(column).stream().distinct().toList();
        if (values.size() > 1) {
            throw Refusal.contradictory(
                    place() + "the rows of one order have " + values.size() + " different values of " + role);
        }
        return values.isEmpty() ? null : values.get(0);
    }

    @Nullable
    String first(@Nullable ColumnReader column) {
        List<Object> values = values(column);
        return values.isEmpty() ? null : (String) values.get(0);
    }

    @Nullable
    String string(@Nullable ColumnReader column, int row) {
        return column == null ? null : read(row, column::string);
    }

    /** The values of all rows that have one. */
    List<Object> values(@Nullable ColumnReader column) {
        List<Object> values = new ArrayList<>();
        for (int row = 0; column != null && row < rows.size(); row++) {
            Object value = read(row, column::read);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private <T> List<T> each(Function<JsonNode, T> reading) {
        List<T> read = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            read.add(Objects.requireNonNull(read(row, reading)));
        }
        return read;
    }

    private <T> @Nullable T read(int row, Function<JsonNode, @Nullable T> reading) {
        try {
            return reading.apply(rows.get(row));
        } catch (BadField bad) {
            throw bad.in(row < lines.size() ? "CSV line " + lines.get(row) + ": " : "");
        } catch (ArithmeticException tooLarge) {
            throw new Refusal(Reason.BAD_VALUE, place() + "an amount is beyond any amount of money");
        }
    }

    String place() {
        return lines.isEmpty() ? "" : "CSV line " + lines.get(0) + ": ";
    }
}
