package io.quanyu.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * A story that a merchant would tell: what happens, how far time goes on, and which rows must then be there.
 *
 * @param name its file's name without the ending; also the name of its tenant
 * @param proves what it shows, in one sentence
 * @param events what happens, in order of time
 * @param moments instants to which the clock is advanced, in order of time; the last one ends the story
 * @param expectations queries with the rows that they must give
 */
public record Story(
        String name, String proves, List<StoryEvent> events, List<Instant> moments, List<Expectation> expectations) {

    /**
     * One event of a story.
     *
     * @param place where it stands in the file, for messages: {@code first_order.yaml: events[2]}
     * @param at when it happens
     * @param receivedAt when it arrives, not before {@code at}
     * @param kind kind of event, for example "order", or "raw" for a platform's payload
     * @param fields its fields as written
     */
    public record StoryEvent(String place, Instant at, Instant receivedAt, String kind, JsonNode fields) {}

    /**
     * Rows that a query must give.
     *
     * @param place where it stands in the file
     * @param at the moment at which it is asked
     * @param sql the query; {@code {tenant}} stands for the story's tenant
     * @param rows the rows, each an array of values or an object by column name
     * @param ordered whether the order of the rows counts
     * @param inOrderOnly true for a history that is a function of the arrival times too, so that it is not asked after a shuffle
     */
    record Expectation(
            String place, Instant at, String sql, List<JsonNode> rows, boolean ordered, boolean inOrderOnly) {}

    /** When the story ends: nothing of it happens later. */
    Instant end() {
        return moments.get(moments.size() - 1);
    }
}
