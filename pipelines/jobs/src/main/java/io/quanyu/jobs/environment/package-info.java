/** In what a job runs: a strict environment, its checkpoints, and the settings of all that it needs. */
@NullMarked
package io.quanyu.jobs.environment;

import org.jspecify.annotations.NullMarked;
