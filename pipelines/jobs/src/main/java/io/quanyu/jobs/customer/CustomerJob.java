package io.quanyu.jobs.customer;

import static io.quanyu.jobs.record.TextType.TEXT;

import io.quanyu.domain.rule.RuleSet;
import io.quanyu.jobs.identity.Assigned;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** Facts of accounts and assignments of accounts to persons in; changes of profiles, tags and credits out. */
public final class CustomerJob {

    private CustomerJob() {}

    /** What is said of persons: for each of the {@link Statements} its rows. */
    public record Changes(Map<String, DataStream<? extends Record>> byTable) {

        /** Differences in the credit of sources for orders. */
        public DataStream<CreditChange> credits() {
            return of(Statements.CREDITS);
        }

        /** Tags that entered, left or have another value. */
        public DataStream<TagChange> tags() {
            return of(Statements.TAGS);
        }

        @SuppressWarnings("unchecked") // As it was put in.
        private <R extends Record> DataStream<R> of(Statement<?, R> statement) {
            return (DataStream<R>) byTable.get(statement.table());
        }

        /** Gives the rows of each table to somebody who writes them. */
        public void append(Tables tables) {
            Statements.ALL.forEach(statement -> append(statement, tables));
        }

        private <R extends Record> void append(Statement<?, R> statement, Tables tables) {
            tables.append(of(statement), statement.row(), statement.table());
        }
    }

    /** Where rows go. */
    @FunctionalInterface
    public interface Tables {
        <R extends Record> void append(DataStream<R> rows, Class<R> type, String table);
    }

    /**
     * Everything between the streams in and the streams out. All inputs must carry the watermarks of the clock.
     *
     * @param released rules, in force from their instants on
     * @param first the rules in force until others are released
     */
    public static Changes define(
            DataStream<AccountFact> facts,
            DataStream<Assigned> assignments,
            DataStream<RulesReleased> released,
            RuleSet first) {
        SingleOutputStreamOperator<Void> decided = owned(facts)
                .connect(assignments)
                .keyBy(
                        fact -> key(fact.tenant(), fact.account()),
                        assigned -> key(assigned.tenant(), assigned.identifier()),
                        TEXT)
                .process(new ContributeFacts())
                .uid("contribute-facts")
                .name("contribute facts")
                .keyBy(contribution -> key(contribution.tenant(), contribution.oneId()), TEXT)
                .connect(released.broadcast())
                .transform("decide customer", Types.VOID, new DecideCustomer(first))
                .uid("decide-customer");
        Map<String, DataStream<? extends Record>> byTable = new HashMap<>();
        for (Statement<?, ?> statement : Statements.ALL) {
            byTable.put(statement.table(), decided.getSideOutput(statement.tag()));
        }
        return new Changes(byTable);
    }

    /** What accounts did, and the orders that are theirs. */
    private static DataStream<AccountFact> owned(DataStream<AccountFact> facts) {
        SingleOutputStreamOperator<AccountFact> done =
                facts.process(new SplitOrders()).uid("split-orders").name("split orders");
        DataStream<AccountFact> orders = done.getSideOutput(SplitOrders.ORDERS)
                .keyBy(fact -> key(fact.tenant(), fact.order()), TEXT)
                .process(new GiveOrder())
                .uid("give-order")
                .name("give order");
        return done.union(orders);
    }

    static String key(String tenant, String of) {
        return tenant + "|" + of;
    }
}
