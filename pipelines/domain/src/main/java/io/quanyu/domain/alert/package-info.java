/** What a channel's days say that somebody should act on. */
@NullMarked
package io.quanyu.domain.alert;

import org.jspecify.annotations.NullMarked;
