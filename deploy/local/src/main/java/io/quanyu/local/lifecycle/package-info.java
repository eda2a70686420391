/** How the platform starts, ticks, is derived anew, and ends. */
@NullMarked
package io.quanyu.local.lifecycle;

import org.jspecify.annotations.NullMarked;
