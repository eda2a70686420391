/** The job that decides who is who. */
@NullMarked
package io.quanyu.jobs.identity;

import org.jspecify.annotations.NullMarked;
