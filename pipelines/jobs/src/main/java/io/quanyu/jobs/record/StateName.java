package io.quanyu.jobs.record;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a record or an enum is called in state, and what became of its components or constants. So a class may be renamed and
 * moved, and its parts too.
 *
 * <p>Parts have their Java names in state. No name may come again with another meaning, because old state still has it.
 *
 * @param name for ever the same, as far as state can be old
 * @param was what it was called before
 * @param renamed today's names of components or constants, by what they were called before
 * @param dropped components that old state has and nobody needs any more
 */
public record StateName(Class<?> type, String name, Set<String> was, Map<String, String> renamed, Set<String> dropped) {

    public StateName {
        Set<String> parts = parts(type);
        renamed.forEach((before, today) -> {
            check(type, before, !parts.contains(before), "was renamed, so no part may have that name");
            check(type, today, parts.contains(today), "is to be the new name of " + before + ", but no part has it");
        });
        dropped.forEach(part -> check(type, part, !parts.contains(part), "was dropped, so no part may have that name"));
    }

    /** With former names, such as that of its class when state had names of classes. */
    public static StateName of(Class<?> type, String name, String... was) {
        return new StateName(type, name, Set.of(was), Map.of(), Set.of());
    }

    /** A component or constant had another name before. */
    public StateName renamed(String before, String today) {
        Map<String, String> more = new HashMap<>(renamed);
        more.put(before, today);
        return new StateName(type, name, was, more, dropped);
    }

    /** A component that was there before is not needed any more. */
    public StateName dropped(String component) {
        Set<String> more = new HashSet<>(dropped);
        more.add(component);
        return new StateName(type, name, was, renamed, more);
    }

    /** Today's name of the part with this name in state. */
    String today(String part) {
        return renamed.getOrDefault(part, part);
    }

    private static Set<String> parts(Class<?> type) {
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name())
                        .collect(Collectors.toSet())
                : Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(Collectors.toSet());
    }

    private static void check(Class<?> type, String part, boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(part + " of " + type.getName() + " " + otherwise);
        }
    }
}
