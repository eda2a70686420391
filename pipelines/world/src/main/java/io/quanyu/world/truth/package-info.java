/** What is true in a world, and how near an answer comes to it. */
@NullMarked
package io.quanyu.world.truth;

import org.jspecify.annotations.NullMarked;
