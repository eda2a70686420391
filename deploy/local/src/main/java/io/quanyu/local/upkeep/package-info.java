/** Keeps the lake small: few files, few former states, nothing that no table knows. */
@NullMarked
package io.quanyu.local.upkeep;

import org.jspecify.annotations.NullMarked;
