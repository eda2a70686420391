package io.quanyu.world;

/**
 * A live code and how people take to it.
 *
 * @param state what comes back in friend adds
 * @param weight how often it is scanned, relative to the others
 * @param friend share of those who scan that become friends
 * @param message share of those friends that write
 * @param buy share of those who scan that buy in the next days
 */
public record LiveCode(
        String state,
        String channel,
        String campaign,
        String poster,
        String placement,
        int weight,
        double friend,
        double message,
        double buy) {

    /** The merchant's convention for the remark of a contact way: channel first, at most 30 characters. */
    public String remark() {
        return channel + "/" + campaign + "/" + poster + "/" + placement;
    }
}
