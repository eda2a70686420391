package io.quanyu.jobs.customer;

import io.quanyu.jobs.record.RecordType;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * A tag entered, left, has another value, or stands for another reason.
 *
 * @param tag code of the tag, for example {@code vip_level}
 * @param name its Chinese name
 * @param change {@code enter}, {@code exit}, {@code change} or, of the same value, {@code update}
 * @param value the new value; null for an exit
 * @param validAtMillis since when it is so by the facts, epoch milliseconds
 * @param decidedAtMillis when we knew, epoch milliseconds on the clock of the facts
 * @param ruleVersion version of the rules that decided
 * @param reason values against thresholds, in Chinese
 * @param witnesses ids of the orders and events behind it
 * @param version grows with every change of the person
 * @param changeId the same in every replay
 */
@TypeInfo(RecordType.Factory.class)
public record TagChange(
        String tenant,
        String oneId,
        String tag,
        String name,
        String change,
        @Nullable String value,
        long validAtMillis,
        long decidedAtMillis,
        int ruleVersion,
        String reason,
        List<String> witnesses,
        long version,
        String changeId) {

    static final String ENTER = "enter";
    static final String EXIT = "exit";
    static final String CHANGE = "change";
    static final String UPDATE = "update";
}
