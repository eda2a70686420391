package io.quanyu.domain.alert;

/**
 * What a channel cost and brought on one day.
 *
 * @param epochDay day in Asia/Shanghai
 * @param spendFen spend of that day, in fen
 * @param revenueFen credited net revenue of the orders paid that day, in fen
 */
public record ChannelDay(String channel, long epochDay, long spendFen, long revenueFen) {

    Roi roi() {
        return new Roi(revenueFen, spendFen);
    }
}
