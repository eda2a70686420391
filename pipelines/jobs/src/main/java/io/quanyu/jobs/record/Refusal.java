package io.quanyu.jobs.record;

import java.io.IOException;

/** Why a restore is refused, and what to do: each of these would lose something of state or invent it. */
final class Refusal {

    private static final String WHERE = " in the StateNames of its module, such as JobStateNames";

    private Refusal() {}

    /** State has values of nobody. */
    static IOException unknown(String name, ClassNotFoundException e) {
        return new IOException(
                "State has values called " + name + ", and no class is called so: if it was renamed or moved, say "
                        + name + " as its former name" + WHERE,
                e);
    }

    /** State has a component that the record does not have. */
    static IOException lost(StateName record, String component) {
        return new IOException("State has the component " + component + " of " + words(record)
                + ", which the record has not: if it was renamed, say renamed(\"" + component
                + "\", \"<name today>\"), and if nobody needs it any more, dropped(\"" + component + "\")" + WHERE);
    }

    /** State may have a constant that the enum does not have. */
    static IOException lostConstant(StateName type, String constant) {
        return new IOException("State has the constant " + constant + " of " + words(type)
                + ", which the enum has not: keep it, or if it was renamed, say renamed(\"" + constant
                + "\", \"<name today>\")" + WHERE);
    }

    /** A component lies in state as something else. */
    static IOException otherType(StateName record, String component) {
        return new IOException(
                "State has the component " + component + " of " + words(record)
                        + " with another type than it has today: keep its type, or give the component of the new type a name of its own");
    }

    /** Two components of state claim one place. */
    static IOException twice(StateName record, String component) {
        return new IOException("State has the component " + component + " of " + words(record)
                + " twice, once under a former name: no name may come again with another meaning");
    }

    /** The record needs a component that state has not, and does not say what it is without. */
    static IOException absent(StateName record, String component) {
        return new IOException("State has no component " + component + " of " + words(record)
                + ": make it @Nullable, or give the record a static final constant of its own type, named one of "
                + Neutral.NAMES + ", whose " + component + " is what older records have");
    }

    private static String words(StateName type) {
        return type.name().equals(type.type().getName())
                ? type.name()
                : type.name() + " (" + type.type().getName() + ")";
    }
}
