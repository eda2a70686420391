package io.quanyu.facts;

import io.quanyu.contract.EventHead;
import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Identifier;
import io.quanyu.domain.identity.Mention;
import io.quanyu.domain.identity.Mention.Name;
import java.util.List;

/** What an event says of who is who. All kinds of persons say it in one way: by their head. */
public final class WhoIsWho {

    private WhoIsWho() {}

    /** The subject and its tie to every other identifier; none if the subject is a thing. */
    public static List<Evidence> evidence(EventHead head) {
        List<Name> names = head.identifiers().stream()
                .map(name -> new Name(identifier(name), name.getLink()))
                .toList();
        return new Mention(
                        identifier(head.subject()),
                        names,
                        head.receivedAt().toEpochMilli(),
                        head.occurredAt().toEpochMilli(),
                        head.eventId())
                .evidence();
    }

    static Identifier identifier(io.quanyu.events.Identifier avro) {
        return new Identifier(avro.getType(), avro.getScope(), avro.getValue());
    }
}
