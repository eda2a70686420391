/** Time as an input: what arrives waits in keyed state until the clock has passed its instant. */
@NullMarked
package io.quanyu.jobs.clock;

import org.jspecify.annotations.NullMarked;
