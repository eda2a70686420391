package io.quanyu.jobs.customer;

import static io.quanyu.jobs.record.TextType.TEXT;

import io.quanyu.jobs.identity.Assigned;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** Facts of accounts and assignments of accounts to persons in; changes of profiles, tags and credits out. */
public final class CustomerJob {

    private CustomerJob() {}

    /**
     * What is said of persons.
     *
     * @param profiles whole profiles, where they are no longer as they were
     * @param tags tags that entered, left or have another value
     * @param credits differences in the credit of sources for orders
     */
    public record Changes(
            DataStream<ProfileChange> profiles, DataStream<TagChange> tags, DataStream<CreditChange> credits) {}

    /** Everything between the streams in and the streams out. Both inputs must carry the watermarks of the clock. */
    public static Changes define(DataStream<AccountFact> facts, DataStream<Assigned> assignments) {
        SingleOutputStreamOperator<ProfileChange> profiles = facts.connect(assignments)
                .keyBy(
                        fact -> key(fact.tenant(), fact.account()),
                        assigned -> key(assigned.tenant(), assigned.identifier()),
                        TEXT)
                .process(new ContributeFacts())
                .uid("contribute-facts")
                .name("contribute facts")
                .keyBy(contribution -> key(contribution.tenant(), contribution.oneId()), TEXT)
                .process(new DecideCustomer())
                .uid("decide-customer")
                .name("decide customer");
        return new Changes(
                profiles, profiles.getSideOutput(DecideCustomer.TAGS), profiles.getSideOutput(DecideCustomer.CREDITS));
    }

    static String key(String tenant, String of) {
        return tenant + "|" + of;
    }
}
