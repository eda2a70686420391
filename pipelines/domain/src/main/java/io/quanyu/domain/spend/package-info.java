/** What was spent, where several reports are of the same money. */
@NullMarked
package io.quanyu.domain.spend;

import org.jspecify.annotations.NullMarked;
