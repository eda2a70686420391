package io.quanyu.world;

/**
 * How big a world is.
 *
 * @param people how many people there are; each brings about 15 payloads
 */
public record Size(int people) {

    /** What the demo plays. */
    public static final Size DEMO = new Size(1000);

    /** Enough for every story line, small enough for a test. */
    public static final Size SMALL = new Size(80);

    public Size {
        if (people < 20 || people > 1_000_000) {
            throw new IllegalArgumentException(
                    "A world needs between 20 and 1,000,000 people, but " + people + " were asked for");
        }
    }
}
