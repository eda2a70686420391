/** The job that turns platform payloads into canonical events. */
@NullMarked
package io.quanyu.jobs.ingest;

import org.jspecify.annotations.NullMarked;
