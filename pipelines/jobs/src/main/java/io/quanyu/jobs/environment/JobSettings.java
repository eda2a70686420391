package io.quanyu.jobs.environment;

import io.quanyu.jobs.iceberg.LakeSettings;
import io.quanyu.jobs.kafka.ClockTime;
import io.quanyu.jobs.kafka.KafkaSettings;

/**
 * What every job needs to run.
 *
 * @param clock whose time the ticks of the clock say
 */
public record JobSettings(KafkaSettings kafka, LakeSettings lake, FlinkSettings flink, ClockTime clock) {}
