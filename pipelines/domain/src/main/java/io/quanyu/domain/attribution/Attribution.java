package io.quanyu.domain.attribution;

import io.quanyu.domain.customer.Customer;
import java.util.List;

/** Credits of a person's paid orders. */
public final class Attribution {

    /** The source of an order that no touch led to. */
    public static final String DIRECT = "direct";

    private Attribution() {}

    /** Credits in every model, sorted by (time of placing, order, model, source). */
    public static List<Credit> credits(Customer customer) {
        return List.of();
    }
}
