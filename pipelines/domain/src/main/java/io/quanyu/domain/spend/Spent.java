package io.quanyu.domain.spend;

/**
 * What one report says an ad account spent on a day, or on a part of it.
 *
 * @param project empty: all projects of the account
 * @param promotion empty: all promotions of the project
 * @param hour empty: all hours of the day
 * @param channel that the money was spent on
 * @param fen in fen, not negative
 */
public record Spent(String project, String promotion, String hour, String channel, long fen) {

    /** Whether it is of all that the account spent on its channel. */
    public boolean isOfAccount() {
        return project.isEmpty() && promotion.isEmpty();
    }
}
