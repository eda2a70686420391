/** Channels: what they cost, what they are credited with, and when somebody should be told. */
@NullMarked
package io.quanyu.jobs.channel;

import org.jspecify.annotations.NullMarked;
