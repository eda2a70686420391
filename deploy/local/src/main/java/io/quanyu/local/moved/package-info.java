/** A data folder that was copied or moved: what it says of its own place is made true again, so that it never touches its original. */
@NullMarked
package io.quanyu.local.moved;

import org.jspecify.annotations.NullMarked;
