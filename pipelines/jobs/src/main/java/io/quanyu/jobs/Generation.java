package io.quanyu.jobs;

/**
 * One derivation of everything that follows from the facts, from nothing on. Another build, policy or lost state makes another one beside it, with
 * state, consumer group and rows of its own; readers take the current one.
 *
 * @param number 1 for the first
 * @param audience who may hear of it
 */
public record Generation(long number, Audience audience) {

    /** Column of the tables that follow from the facts. */
    static final String COLUMN = "generation";

    /** Who hears of what a generation says. */
    public enum Audience {

        /** Whoever reads the lake or follows the topics. */
        EVERYBODY,

        /** Nobody yet: it is still catching up, and writes its own rows only. */
        NOBODY
    }

    /** Numbers begin with 1. */
    public Generation {
        if (number < 1) {
            throw new IllegalArgumentException("Generations begin with 1, but this is " + number);
        }
    }

    /** The first of a platform. */
    public static Generation first() {
        return current(1);
    }

    /** One that readers take. */
    public static Generation current(long number) {
        return new Generation(number, Audience.EVERYBODY);
    }

    /** One that is being built beside the current. */
    public static Generation building(long number) {
        return new Generation(number, Audience.NOBODY);
    }

    /** What a job is called in it: its folder of checkpoints and, after {@code quanyu-}, its consumer group. */
    public String name(String job) {
        return number == 1 ? job : job + '-' + number;
    }
}
