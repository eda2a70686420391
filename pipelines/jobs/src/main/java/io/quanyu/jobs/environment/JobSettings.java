package io.quanyu.jobs.environment;

import io.quanyu.jobs.iceberg.LakeSettings;
import io.quanyu.jobs.kafka.KafkaSettings;

/** What every job needs to run. */
public record JobSettings(KafkaSettings kafka, LakeSettings lake, FlinkSettings flink) {}
