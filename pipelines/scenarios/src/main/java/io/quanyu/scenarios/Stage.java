package io.quanyu.scenarios;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;

/** Where stories are played: topics to send to, a clock to advance, and Trino to ask. */
public interface Stage {

    /** Sends one record; it is on the topic before the next {@link #untilThrough()} returns. */
    void send(String topic, String key, byte[] value, Map<String, String> headers);

    /** Waits until every job has read everything that was sent. */
    void untilThrough() throws InterruptedException;

    /** Advances the clock. */
    void tick(Instant instant) throws InterruptedException;

    /** Waits until what follows from the last tick is in the lake. */
    void untilDecided() throws InterruptedException;

    /** A connection for expectations; the caller closes it. Called from several threads. */
    Connection trino() throws SQLException;
}
