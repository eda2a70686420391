/** The Flink applications that are made of more than one job. */
@NullMarked
package io.quanyu.jobs;

import org.jspecify.annotations.NullMarked;
