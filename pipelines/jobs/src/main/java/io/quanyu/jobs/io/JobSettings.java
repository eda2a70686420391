package io.quanyu.jobs.io;

/** What every job needs to run. */
public record JobSettings(KafkaSettings kafka, LakeSettings lake, FlinkSettings flink) {}
