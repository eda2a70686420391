/** How a platform is, asked from outside: what was seen of it, and what of that is wrong. */
@NullMarked
package io.quanyu.local.status;

import org.jspecify.annotations.NullMarked;
