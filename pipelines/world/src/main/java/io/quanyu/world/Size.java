package io.quanyu.world;

/**
 * How big a world is.
 *
 * @param people how many people there are; each brings about 15 payloads
 */
public record Size(int people) {

    /** With fewer, some parts of the month's story would find nobody to act them. */
    private static final int FEWEST = 80;

    private static final int MOST = 1_000_000;

    /** What the demo plays. */
    public static final Size DEMO = new Size(1000);

    /** Enough for every story line, small enough for a test. */
    public static final Size SMALL = new Size(FEWEST);

    public Size {
        if (people < FEWEST || people > MOST) {
            throw new IllegalArgumentException(
                    "A world needs between " + FEWEST + " and " + MOST + " people, but " + people + " were asked for");
        }
    }
}
