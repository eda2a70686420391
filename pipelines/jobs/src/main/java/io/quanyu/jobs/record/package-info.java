/** How records travel between tasks and lie in state. */
@NullMarked
package io.quanyu.jobs.record;

import org.jspecify.annotations.NullMarked;
