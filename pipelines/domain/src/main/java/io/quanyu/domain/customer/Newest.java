package io.quanyu.domain.customer;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The newest version that says anything about a field: a thin or blanked version wipes nothing. */
final class Newest {

    private Newest() {}

    /** Reads a field of versions sorted from old to new; null if none says it. */
    static <V, T> @Nullable T of(List<V> oldToNew, Function<V, @Nullable T> field) {
        for (int i = oldToNew.size() - 1; i >= 0; i--) {
            T said = field.apply(oldToNew.get(i));
            if (said != null) {
                return said;
            }
        }
        return null;
    }
}
