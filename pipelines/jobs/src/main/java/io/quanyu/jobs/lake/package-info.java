/** The job that keeps every event and every dead letter in the lake, once. */
@NullMarked
package io.quanyu.jobs.lake;

import org.jspecify.annotations.NullMarked;
