package io.quanyu.local.platform;

/**
 * Whether a disk has room to write. It stops being enough well before the disk is full, so that what runs can still end in order, and is enough
 * again only when there is twice as much.
 *
 * @param enough whether one may write
 * @param freeBytes what is free
 */
public record Room(boolean enough, long freeBytes) {

    /** With less than this, nobody writes. */
    public static final long LEAST_FREE_BYTES = 200L << 20;

    /** With this, everybody writes again. */
    public static final long GO_ON_BYTES = 2 * LEAST_FREE_BYTES;

    /** Of a disk that had enough so far. */
    public static Room of(long freeBytes) {
        return new Room(true, freeBytes).now(freeBytes);
    }

    /** The same disk, with as much free as it has now. */
    public Room now(long free) {
        return new Room(free >= (enough ? LEAST_FREE_BYTES : GO_ON_BYTES), free);
    }

    /** What is free and what is needed to go on, in words. */
    public String words() {
        return (freeBytes >> 20) + " MiB are free, and it goes on at " + (GO_ON_BYTES >> 20) + " MiB";
    }
}
