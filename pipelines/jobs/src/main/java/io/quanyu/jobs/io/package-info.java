/**
 * The only place of the jobs that names a connector: Kafka sources and sinks, Iceberg sinks, and the conversions between
 * what stands there (Avro, rows) and the records of the domain.
 */
@NullMarked
package io.quanyu.jobs.io;

import org.jspecify.annotations.NullMarked;
