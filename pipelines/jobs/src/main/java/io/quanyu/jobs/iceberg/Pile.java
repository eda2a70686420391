package io.quanyu.jobs.iceberg;

/**
 * What has piled up in a table.
 *
 * @param files data files that a reader of all of it opens
 * @param bytes of these files
 * @param crowd the most files of less than {@link LakeTables#SMALL_BYTES} in one partition
 * @param snapshots kept states of the table, the current one with them
 */
public record Pile(int files, long bytes, int crowd, int snapshots) {

    /** Of a table that nobody has written. */
    public static final Pile NOTHING = new Pile(0, 0, 0, 0);
}
