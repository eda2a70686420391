package io.quanyu.jobs.customer;

import io.quanyu.domain.rule.RuleSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Which rules are in force when. Of several that were released for one instant, the highest version counts. */
final class RulesInForce {

    private final CompiledRules first;
    private final NavigableMap<Long, CompiledRules> since = new TreeMap<>();

    /**
     * Before anything is released.
     *
     * @param first in force until then
     */
    RulesInForce(RuleSet first) {
        this.first = CompiledRules.of(first);
    }

    void release(RulesReleased released) {
        since.merge(
                released.atMillis(),
                CompiledRules.of(released.rules()),
                (known, now) -> known.set().version() >= now.set().version() ? known : now);
    }

    /** Those in force at an instant, epoch milliseconds. */
    CompiledRules at(long millis) {
        var entry = since.floorEntry(millis);
        return entry == null ? first : entry.getValue();
    }

    /** The instants after one and up to another at which other rules took force. */
    Iterable<Long> changes(long afterMillis, long untilMillis) {
        return since.subMap(afterMillis, false, Math.max(afterMillis, untilMillis), true)
                .keySet();
    }

    /** The last instant up to another at which rules took force; {@link Long#MIN_VALUE} if none did. */
    long lastChange(long untilMillis) {
        Long last = since.floorKey(untilMillis);
        return last == null ? Long.MIN_VALUE : last;
    }

    List<RulesReleased> released() {
        return since.entrySet().stream()
                .map(entry -> new RulesReleased(entry.getKey(), entry.getValue().set()))
                .toList();
    }
}
