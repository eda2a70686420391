package io.quanyu.jobs.identity.label;

import io.quanyu.jobs.record.RecordType;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * Some members of a tenant and their labels, as they lie in state.
 *
 * @param members fingerprints
 * @param labels of the members, in their order
 */
@SuppressWarnings("ArrayRecordComponent") // Only state, never compared.
@TypeInfo(RecordType.Factory.class)
public record LabelPiece(String tenant, long[] members, long[] labels) {

    static LabelPiece of(String tenant, Labels all, int from, int until) {
        long[] members = new long[until - from];
        long[] labels = new long[until - from];
        for (int i = from; i < until; i++) {
            members[i - from] = all.member(i);
            labels[i - from] = all.labelAt(i);
        }
        return new LabelPiece(tenant, members, labels);
    }

    void addTo(Labels all) {
        for (int i = 0; i < members.length; i++) {
            all.restore(members[i], labels[i]);
        }
    }
}
