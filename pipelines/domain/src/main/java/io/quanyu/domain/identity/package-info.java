/** Who is who: evidence that identifiers belong together, and the persons that follow from it. */
@NullMarked
package io.quanyu.domain.identity;

import org.jspecify.annotations.NullMarked;
