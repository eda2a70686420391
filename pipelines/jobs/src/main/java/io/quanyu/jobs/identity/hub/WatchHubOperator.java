package io.quanyu.jobs.identity.hub;

import io.quanyu.domain.identity.IdentityPolicy;
import io.quanyu.jobs.identity.Addressed;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;

/**
 * Runs {@link WatchHub} and tells it of every watermark. A function hears of time only with its inputs; but after a restart a hub must not judge
 * at an instant that the tasks behind it have left, even if nothing had come to it for long.
 */
public final class WatchHubOperator extends KeyedProcessOperator<Tuple2<String, String>, ForHub, Addressed> {

    private static final long serialVersionUID = 1L;

    public WatchHubOperator(IdentityPolicy policy) {
        super(new WatchHub(policy));
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        ((WatchHub) userFunction).reach(mark.getTimestamp());
        super.processWatermark(mark);
    }
}
