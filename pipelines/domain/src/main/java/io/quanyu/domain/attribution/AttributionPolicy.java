package io.quanyu.domain.attribution;

import java.io.Serializable;
import java.util.List;

/**
 * How net revenue is shared among touches.
 *
 * @param lookBackDays how many days before its placing a touch may have led to an order, 1 or more
 * @param models by which it is shared, each by itself; at least one
 */
public record AttributionPolicy(int lookBackDays, List<Model> models) implements Serializable {

    private static final int LOOK_BACK_DAYS = 30;

    public AttributionPolicy {
        models = List.copyOf(models);
        if (lookBackDays < 1 || models.isEmpty()) {
            throw new IllegalArgumentException("Attribution needs a look-back of at least a day and at least one model,"
                    + " but has " + lookBackDays + " days and the models " + models);
        }
    }

    /** Thirty days, and every model. */
    public static AttributionPolicy standard() {
        return new AttributionPolicy(LOOK_BACK_DAYS, List.of(Model.values()));
    }
}
