package io.quanyu.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.events.DeadLetter;
import io.quanyu.events.OrderChanged;
import io.quanyu.events.OrderLine;
import io.quanyu.events.SpendReported;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class BoundsTest {

    @Test
    void theLargestFigureComesIn() {
        assertThat(absurd(order -> order.setPaidFen(Bounds.MOST_FEN))).isEmpty();
        assertThat(absurd(order -> order.setPaidFen(-Bounds.MOST_FEN))).isEmpty();
        assertThat(absurd(order -> order.setPaidAt(Instant.parse("9999-12-31T23:59:59Z"))))
                .isEmpty();
        assertThat(absurd(order -> order.setPaidAt(Instant.EPOCH))).isEmpty();
        assertThat(absurd(order -> order.setVersion(Long.MAX_VALUE)))
                .as("compared only")
                .isEmpty();
    }

    @Test
    void aLargerOneIsToldWithItsField() {
        assertThat(absurd(order -> order.setPaidFen(Bounds.MOST_FEN + 1)))
                .hasValue("paid_fen is absurd: 1000000000000001 fen");
        assertThat(absurd(order -> order.setTotalFen(Long.MIN_VALUE)))
                .hasValueSatisfying(told -> assertThat(told).startsWith("total_fen"));
        assertThat(absurd(order -> order.setPaidAt(Instant.ofEpochMilli(Long.MAX_VALUE))))
                .hasValueSatisfying(told -> assertThat(told).startsWith("paid_at is absurd: the time +292278994"));
        assertThat(absurd(order -> order.setOrderedAt(Instant.ofEpochMilli(-1))))
                .hasValueSatisfying(told -> assertThat(told).startsWith("ordered_at"));
        assertThat(absurd(order -> order.setOrderId("9".repeat(Bounds.LONGEST + 1))))
                .hasValue("order_id is absurd: 4097 characters, more than 4096");
    }

    @Test
    void linesOfAnOrderAreLookedAtToo() {
        var line = new OrderLine();
        line.setLineId("1");
        line.setQuantity(Bounds.MOST_PIECES + 1);

        assertThat(absurd(order -> order.setLines(List.of(line)))).hasValue("quantity is absurd: 1000000000001 pieces");
    }

    @Test
    void daysAndCountsHaveBoundsAsWell() {
        var spend = new SpendReported();
        spend.setDay(LocalDate.ofEpochDay(Integer.MAX_VALUE));
        assertThat(Bounds.absurd(spend)).hasValue("day is absurd: the day +5881580-07-11");

        spend.setDay(LocalDate.of(9999, 12, 31));
        spend.setClickCount(Long.MAX_VALUE);
        assertThat(Bounds.absurd(spend)).hasValue("click_count is absurd: 9223372036854775807 pieces");
    }

    @Test
    void aDeadLetterHasThemToo() {
        var letter = new DeadLetter();
        letter.setReceivedAt(Instant.ofEpochMilli(Long.MAX_VALUE));

        assertThat(Bounds.absurd(letter))
                .hasValueSatisfying(told -> assertThat(told).startsWith("received_at"));
    }

    private static Optional<String> absurd(Consumer<OrderChanged> change) {
        var order = new OrderChanged();
        change.accept(order);
        return Bounds.absurd(order);
    }
}
