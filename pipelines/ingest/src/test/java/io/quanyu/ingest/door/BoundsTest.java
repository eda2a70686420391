package io.quanyu.ingest.door;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyu.events.OrderChanged;
import io.quanyu.events.OrderLine;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class BoundsTest {

    @Test
    void theLargestFigureComesIn() {
        assertThatCode(() -> check(order -> order.setPaidFen(Bounds.MOST_FEN))).doesNotThrowAnyException();
        assertThatCode(() -> check(order -> order.setPaidFen(-Bounds.MOST_FEN))).doesNotThrowAnyException();
        assertThatCode(() -> check(order -> order.setPaidAt(Instant.parse("9999-12-31T23:59:59Z"))))
                .doesNotThrowAnyException();
    }

    @Test
    void aLargerOneIsRefusedAndSaysWhichFieldItIs() {
        assertThatThrownBy(() -> check(order -> order.setPaidFen(Bounds.MOST_FEN + 1)))
                .isInstanceOf(Refusal.class)
                .hasMessage("paid_fen is absurd: 1000000000000001 fen");
        assertThatThrownBy(() -> check(order -> order.setTotalFen(Long.MIN_VALUE)))
                .hasMessageStartingWith("total_fen");
        assertThatThrownBy(() -> check(order -> order.setPaidAt(Instant.ofEpochMilli(Long.MAX_VALUE))))
                .hasMessageStartingWith("paid_at is absurd: the time +292278994");
        assertThatThrownBy(() -> check(order -> order.setOrderedAt(Instant.ofEpochMilli(-1))))
                .hasMessageStartingWith("ordered_at");
        assertThatThrownBy(() -> check(order -> order.setOrderId("9".repeat(Bounds.LONGEST + 1))))
                .hasMessage("order_id is absurd: 4097 characters, more than 4096");
    }

    @Test
    void linesOfAnOrderAreCheckedToo() {
        var line = new OrderLine();
        line.setLineId("1");
        line.setQuantity(Bounds.MOST_PIECES + 1);
        assertThatThrownBy(() -> check(order -> order.setLines(List.of(line))))
                .hasMessageStartingWith("quantity is absurd");
    }

    private static void check(Consumer<OrderChanged> change) {
        var order = new OrderChanged();
        change.accept(order);
        Bounds.check(order);
    }
}
