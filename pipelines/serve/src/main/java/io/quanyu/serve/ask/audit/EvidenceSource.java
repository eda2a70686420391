package io.quanyu.serve.ask.audit;

import io.quanyu.domain.identity.Evidence;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Where evidence is read from to resolve it anew. */
public interface EvidenceSource {

    /** Every tenant that it knows. */
    List<String> tenants() throws SQLException;

    /**
     * All evidence of a tenant, the retracted too; may name one key several times.
     *
     * @param untilMillis what was received later does not count, epoch milliseconds
     */
    Collection<Evidence> evidence(String tenant, long untilMillis) throws SQLException;
}
