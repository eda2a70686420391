package io.quanyu.jobs.identity;

import org.apache.flink.streaming.api.datastream.DataStream;

/** What events say about who is who in, changes of who is who out. */
public final class IdentityJob {

    private IdentityJob() {}

    /**
     * Everything between the sources and the sinks, so that a test can bring its own.
     *
     * @param evidence with the watermarks of the clock
     */
    public static DataStream<Assigned> define(DataStream<EvidenceSeen> evidence) {
        return evidence.keyBy(EvidenceSeen::tenant)
                .process(new ResolveTenant())
                .uid("resolve-tenant")
                .name("resolve tenant");
    }
}
