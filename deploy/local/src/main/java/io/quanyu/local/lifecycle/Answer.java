package io.quanyu.local.lifecycle;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a part of the platform said when it was asked.
 *
 * @param value its answer; null if it gave none in time
 * @param silence why it gave none; empty if it did
 */
public record Answer<T>(@Nullable T value, String silence) {

    public static <T> Answer<T> of(T value) {
        return new Answer<>(value, "");
    }

    public static <T> Answer<T> none(String why) {
        return new Answer<>(null, why);
    }

    /** Empty if it gave none. */
    public Optional<T> given() {
        return Optional.ofNullable(value);
    }
}
