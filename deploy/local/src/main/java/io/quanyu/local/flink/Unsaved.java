package io.quanyu.local.flink;

/**
 * Whether a job that saves itself now and then has anything to save. It saves itself once more than there is something new: what a checkpoint
 * completes, a sink shows and a source commits after it, and the next one tells of that. Not for several threads.
 */
final class Unsaved {

    private long known;
    private boolean is = true;

    /**
     * Asked before each time at which it may save itself; if so, it does.
     *
     * @param work a number that is another one whenever the job has read or made anything
     */
    boolean is(long work) {
        boolean due = is || work != known;
        is = work != known;
        known = work;
        return due;
    }
}
