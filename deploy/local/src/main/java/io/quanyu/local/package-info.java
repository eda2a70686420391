/** The commands that start, watch and end the embedded platform: real Kafka, Flink, Iceberg and Trino on one machine. */
@NullMarked
package io.quanyu.local;

import org.jspecify.annotations.NullMarked;
