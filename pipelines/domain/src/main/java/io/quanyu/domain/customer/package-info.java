/** A person as facts: orders, refunds, touches, coupons of all accounts, and what follows from them without a rule of taste. */
@NullMarked
package io.quanyu.domain.customer;

import org.jspecify.annotations.NullMarked;
