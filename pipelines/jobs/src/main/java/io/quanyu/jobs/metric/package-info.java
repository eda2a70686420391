/** What operators count beside what Flink counts of each: records in and out. */
@NullMarked
package io.quanyu.jobs.metric;

import org.jspecify.annotations.NullMarked;
