/** Sets of rules as people write them. */
@NullMarked
package io.quanyu.rules;

import org.jspecify.annotations.NullMarked;
