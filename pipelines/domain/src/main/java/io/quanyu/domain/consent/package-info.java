/** Whether what a customer says in a chat may be kept. */
@NullMarked
package io.quanyu.domain.consent;

import org.jspecify.annotations.NullMarked;
