package io.quanyu.jobs.identity.label;

import io.quanyu.domain.identity.Components;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.api.java.tuple.Tuple2;
import org.jspecify.annotations.Nullable;

/** The components that an owner had in hand last, so that a busy label is not made anew for each fact. */
final class Desk {

    private static final int IDENTIFIERS = 200_000;

    private final Map<Tuple2<String, Long>, Components> used = new LinkedHashMap<>(16, 0.75f, true);
    private int identifiers;

    @Nullable
    Components take(Tuple2<String, Long> label) {
        Components components = used.remove(label);
        if (components != null) {
            identifiers -= components.size();
        }
        return components;
    }

    /** Keeps the components; what was not used for longest makes way. */
    void put(Tuple2<String, Long> label, Components components) {
        used.put(label, components);
        identifiers += components.size();
        Iterator<Components> eldest = used.values().iterator();
        while (identifiers > IDENTIFIERS && used.size() > 1) {
            identifiers -= eldest.next().size();
            eldest.remove();
        }
    }
}
