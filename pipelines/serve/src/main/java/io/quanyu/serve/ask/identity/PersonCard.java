package io.quanyu.serve.ask.identity;

import java.util.List;

/**
 * A person as analysts get to see them: by which names, since when, and why. Times are Beijing's. No phone in clear.
 *
 * @param retired one_ids that once were used and lead here
 * @param names identifiers, in no order
 * @param ties all evidence that touches the person
 */
public record PersonCard(String tenant, String oneId, List<Retired> retired, List<Name> names, List<Tie> ties) {

    /** A one_id that leads here since an instant, and the identifier that it derives from. */
    public record Retired(String oneId, String anchor, long sinceMillis) {}

    /** An identifier that is the person's since an instant; {@code anchor} if the one_id derives from it. */
    public record Name(String identifier, boolean anchor, long sinceMillis) {}
}
