/** The file that says where a job finds Kafka and the lake, and how Flink runs it. */
@NullMarked
package io.quanyu.jobs.settings;

import org.jspecify.annotations.NullMarked;
