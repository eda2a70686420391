package io.quanyu.jobs.record;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** Who is who between state and classes: all {@link StateNames} together. */
final class NamedTypes {

    /** Of everything on the class path. */
    static final NamedTypes ALL = of(found());

    private final Map<Class<?>, StateName> byType = new HashMap<>();
    private final Map<String, StateName> byName = new HashMap<>();

    private NamedTypes() {}

    /**
     * Of these.
     *
     * @throws IllegalArgumentException if a class has two names, or a name two classes
     */
    static NamedTypes of(List<StateName> names) {
        var all = new NamedTypes();
        for (StateName name : names) {
            if (all.byType.put(name.type(), name) != null) {
                throw new IllegalArgumentException(name.type().getName() + " has two names in state");
            }
            all.add(name.name(), name);
            name.was().forEach(before -> all.add(before, name));
        }
        return all;
    }

    private void add(String called, StateName name) {
        StateName other = byName.put(called, name);
        if (other != null) {
            throw new IllegalArgumentException("Two classes are called " + called + " in state: "
                    + other.type().getName() + " and " + name.type().getName());
        }
    }

    private static List<StateName> found() {
        List<StateName> names = new ArrayList<>();
        ServiceLoader.load(StateNames.class, StateNames.class.getClassLoader())
                .forEach(module -> names.addAll(module.names()));
        return names;
    }

    /** What a class is called. */
    StateName of(Class<?> type) {
        StateName name = byType.get(type);
        return name == null ? StateName.of(type, type.getName()) : name;
    }

    /** Who is called so in state. */
    StateName called(String name, ClassLoader classes) throws IOException {
        StateName found = byName.get(name);
        return found == null ? of(load(name, classes)) : found;
    }

    private static Class<?> load(String name, ClassLoader classes) throws IOException {
        try {
            return Class.forName(name, true, classes);
        } catch (ClassNotFoundException e) {
            throw Refusal.unknown(name, e);
        }
    }
}
