package io.quanyu.serve.ask.identity;

import io.quanyu.domain.identity.Chain;
import io.quanyu.domain.identity.Evidence;
import io.quanyu.domain.identity.Identifier;
import io.quanyu.domain.identity.IdentityPolicy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * Why two identifiers are one person, or why they are not.
 *
 * @param from where the chain begins
 * @param chain the shortest chain of evidence from there to {@code other}; for two persons with what was held back between
 *     them; empty if there is none
 * @param ties what is known of the chain's evidence, and of other evidence
 */
public record WhySame(NamedPerson from, NamedPerson other, List<Evidence> chain, List<Tie> ties) {

    public boolean isSame() {
        return from.oneId().equals(other.oneId());
    }

    /** What the lake knows of it. */
    public static WhySame ask(Connection trino, NamedPerson from, NamedPerson to) throws SQLException {
        if (!from.tenant().equals(to.tenant())) {
            return new WhySame(from, to, List.of(), List.of());
        }
        var persons = new PersonTies(trino, from.tenant());
        boolean same = from.oneId().equals(to.oneId());
        Set<String> way = same ? Set.of(from.oneId()) : persons.between(from.oneId(), to.oneId());
        List<Tie> ties = way.isEmpty() ? List.of() : persons.of(way);
        List<Evidence> walkable = ties.stream()
                .filter(tie -> way.contains(tie.leftOneId()) && way.contains(tie.rightOneId()))
                .filter(tie -> tie.joins() || !tie.leftOneId().equals(tie.rightOneId()))
                .map(Tie::evidence)
                .toList();
        return new WhySame(from, to, chain(walkable, from, to), ties);
    }

    private static List<Evidence> chain(List<Evidence> evidence, NamedPerson from, NamedPerson to) {
        return Chain.between(
                        evidence,
                        Identifier.parse(from.identifier()),
                        Identifier.parse(to.identifier()),
                        IdentityPolicy.standard())
                .orElse(List.of());
    }
}
