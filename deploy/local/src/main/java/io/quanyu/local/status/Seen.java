package io.quanyu.local.status;

import io.quanyu.jobs.kafka.ClockTime;
import io.quanyu.local.lifecycle.Health;
import io.quanyu.local.lifecycle.Observation;
import io.quanyu.local.lifecycle.RebuildFile;
import io.quanyu.local.platform.DiskUse;
import io.quanyu.local.platform.PlatformFolder;
import io.quanyu.serve.ask.platform.RunningPlatform;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * A running platform as it is seen from outside. It takes nothing but files, so no part that hangs can hold up who looks.
 *
 * @param at when
 * @param observation what the platform has seen of itself
 * @param time whose time its clock says
 * @param rebuild one that was asked for; empty if there is none
 */
record Seen(
        Instant at,
        PlatformFolder data,
        RunningPlatform platform,
        Health health,
        Observation observation,
        ClockTime time,
        Optional<RebuildFile> rebuild,
        DiskUse disk) {

    static Seen now(PlatformFolder data, RunningPlatform platform) {
        return new Seen(
                Clock.systemUTC().instant(),
                data,
                platform,
                Health.in(data),
                Observation.in(data),
                data.time(),
                RebuildFile.in(data),
                DiskUse.of(data));
    }
}
