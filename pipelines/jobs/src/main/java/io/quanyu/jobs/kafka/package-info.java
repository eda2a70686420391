/**
 * The only room that names Kafka: topics as a job reads and writes them, what stands on them as records of the domain, and the gate that puts
 * facts and ticks of the clock in the one order of the log.
 */
@NullMarked
package io.quanyu.jobs.kafka;

import org.jspecify.annotations.NullMarked;
