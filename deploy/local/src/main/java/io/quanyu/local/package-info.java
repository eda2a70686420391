/** The embedded platform: real Kafka, Flink, Iceberg and Trino on one machine, and the commands that run it. */
@NullMarked
package io.quanyu.local;

import org.jspecify.annotations.NullMarked;
