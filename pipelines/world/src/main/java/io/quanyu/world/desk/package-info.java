/** Desks: each writes what one platform would send of what people do, in the platform's own forms. */
@NullMarked
package io.quanyu.world.desk;

import org.jspecify.annotations.NullMarked;
