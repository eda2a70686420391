package io.quanyu.jobs.iceberg;

import org.jspecify.annotations.Nullable;

/** What stands in one column for a source value: read from it and put into the form that Flink's rows hold. */
@FunctionalInterface
interface Cell<T> {

    @Nullable
    Object of(T source);
}
