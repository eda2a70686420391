package io.quanyu.jobs.customer;

import io.quanyu.domain.attribution.Attribution;
import io.quanyu.domain.attribution.Credit;
import io.quanyu.domain.customer.Money;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The credits of a person's orders. */
final class CreditStatement implements Statement<List<Credit>, CreditChange> {

    @Override
    public String table() {
        return "dws.credit_change";
    }

    @Override
    public Class<CreditChange> row() {
        return CreditChange.class;
    }

    @Override
    public List<Credit> before(Said said) {
        return said.credits();
    }

    @Override
    public Said saying(Said said, List<Credit> now) {
        return said.withCredits(now);
    }

    @Override
    public List<Credit> of(Judged judged, String oneId) {
        return judged.customer() == null
                ? List.of()
                : Attribution.credits(judged.customer(), judged.rules().set().attribution());
    }

    /** What was added to and taken from the credits, in the order of (order, model, source, day, touch). */
    @Override
    public List<CreditChange> changes(List<Credit> before, List<Credit> now, Judged judged, Said said) {
        SortedMap<CreditKey, Long> deltas = new TreeMap<>();
        now.forEach(credit -> deltas.merge(CreditKey.of(credit), credit.fen(), Money::plus));
        before.forEach(credit -> deltas.merge(CreditKey.of(credit), -credit.fen(), Money::plus));
        return deltas.entrySet().stream()
                .filter(delta -> delta.getValue() != 0)
                .map(delta -> change(delta.getKey(), delta.getValue(), judged, said))
                .toList();
    }

    private static CreditChange change(CreditKey key, long deltaFen, Judged judged, Said said) {
        return new CreditChange(
                said.tenant(),
                key.order(),
                key.model(),
                key.source(),
                key.paidDay(),
                deltaFen,
                judged.cause(),
                said.oneId(),
                judged.atMillis(),
                said.changeId(name(key)),
                isTouched(key) ? key.touchedMillis() : null);
    }

    private static String name(CreditKey key) {
        String name = String.join("/", key.order(), key.model(), key.source(), Long.toString(key.paidDay()));
        return isTouched(key) ? name + "/" + key.touchedMillis() : name;
    }

    private static boolean isTouched(CreditKey key) {
        return key.touchedMillis() != Credit.NO_TOUCH;
    }
}
