package io.quanyu.jobs.customer;

import io.quanyu.domain.customer.Fragment;
import io.quanyu.domain.identity.IdentifierTypes;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Parts what an event says of orders from what it says of the account that acted: an order may be another's. Of an event that names no account,
 * everything goes with the order.
 */
final class SplitOrders extends ProcessFunction<AccountFact, AccountFact> {

    static final OutputTag<OrderFact> ORDERS = new OutputTag<>("orders", TypeInformation.of(OrderFact.class));

    private static final long serialVersionUID = 1L;

    @Override
    public void processElement(AccountFact fact, Context context, Collector<AccountFact> out) {
        Set<String> orders = fact.fragment().toldOrders();
        if (orders.isEmpty()) {
            out.collect(fact);
            return;
        }
        Fragment rest = fact.fragment().without(orders);
        boolean named = IdentifierTypes.ofText(fact.account()).isAccount();
        if (named) {
            out.collect(fact.saying(rest));
        }
        for (String order : orders) {
            Fragment told = fact.fragment().ofOrder(order);
            context.output(ORDERS, fact.ofOrder(order, named ? told : told.merge(rest)));
        }
    }
}
