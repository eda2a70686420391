package io.quanyu.jobs.identity;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What happens next: a fact arrives, or the clock ticks.
 *
 * @param evidence null if something else happens
 * @param ruling null if something else happens
 * @param tickMillis 0 if the clock does not tick
 */
public record Step(@Nullable EvidenceSeen evidence, @Nullable RulingSeen ruling, long tickMillis)
        implements Serializable {

    static Step of(EvidenceSeen evidence) {
        return new Step(evidence, null, 0);
    }

    static Step of(RulingSeen ruling) {
        return new Step(null, ruling, 0);
    }

    static Step tick(long millis) {
        return new Step(null, null, millis);
    }
}
