/** Which channel gets how much of an order's net revenue. */
@NullMarked
package io.quanyu.domain.attribution;

import org.jspecify.annotations.NullMarked;
