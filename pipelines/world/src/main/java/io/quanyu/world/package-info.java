/** A generator of a merchant's world with known truth, in the platforms' real payload formats. */
@NullMarked
package io.quanyu.world;

import org.jspecify.annotations.NullMarked;
