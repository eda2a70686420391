/** Stories: the language in which they are written, and the player that plays them on any {@link io.quanyu.scenarios.Stage}. */
@NullMarked
package io.quanyu.scenarios;

import org.jspecify.annotations.NullMarked;
