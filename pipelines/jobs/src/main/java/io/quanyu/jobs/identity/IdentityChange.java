package io.quanyu.jobs.identity;

import io.quanyu.domain.identity.Identifier;
import io.quanyu.jobs.record.RecordType;
import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * An assignment as a row of {@code dim.identity_change}: the identifier in its parts. The newest version counts.
 *
 * @param previousOneId the person it had before; null the first time
 * @param validAtMillis since when, epoch milliseconds on the clock of the facts
 * @param anchor whether the person's one_id derives from this identifier
 */
@TypeInfo(RecordType.Factory.class)
public record IdentityChange(
        String tenant,
        String identifierType,
        String identifierScope,
        String identifierValue,
        String oneId,
        @Nullable String previousOneId,
        long validAtMillis,
        long version,
        String changeId,
        boolean anchor) {

    public static IdentityChange of(Assigned assigned) {
        Identifier identifier = Identifier.parse(assigned.identifier());
        return new IdentityChange(
                assigned.tenant(),
                identifier.type(),
                identifier.scope(),
                identifier.value(),
                assigned.oneId(),
                assigned.previousOneId(),
                assigned.atMillis(),
                assigned.version(),
                assigned.changeId(),
                assigned.anchor());
    }
}
