package io.quanyu.jobs.channel;

import io.quanyu.domain.spend.Spent;
import io.quanyu.jobs.record.RecordType;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * What an ad platform reports of the cost of one thing on one day, at one moment. A later version of the same key and day
 * restates it.
 *
 * @param channel the channel that the money was spent on
 * @param key what the report is of: {@code platform|account|project|promotion|hour}, empty parts where it is of more
 * @param epochDay calendar day in Asia/Shanghai, as days since 1970-01-01
 * @param costFen cost in fen
 */
@TypeInfo(RecordType.Factory.class)
public record SpendFact(
        String tenant,
        String eventId,
        long receivedAtMillis,
        String channel,
        String key,
        long epochDay,
        long version,
        long costFen) {

    private static final int PARTS_WITHIN_ACCOUNT = 3;

    /** What restates it has the same. An account has a total for each of its channels. */
    String thing() {
        return spent().isOfAccount() ? key + "|" + channel : key;
    }

    /** What is of the same money has the same: account and day. */
    String accountDay() {
        return key.substring(0, key.length() - position().length()) + epochDay;
    }

    Spent spent() {
        String[] position = position().split("\\|", -1);
        return new Spent(position[0], position[1], position[2], channel, costFen);
    }

    /** Project, promotion and hour: the last three parts of the key. An account may have more than one. */
    private String position() {
        int start = key.length();
        for (int part = 0; part < PARTS_WITHIN_ACCOUNT; part++) {
            start = key.lastIndexOf('|', start - 1);
        }
        return key.substring(start + 1);
    }

    /** The same report, judged at another instant. */
    public SpendFact countingFrom(long millis) {
        return new SpendFact(tenant, eventId, millis, channel, key, epochDay, version, costFen);
    }
}
