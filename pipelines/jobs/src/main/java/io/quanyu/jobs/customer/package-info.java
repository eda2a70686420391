/** Customers: the facts of a person's accounts come together, and the profile, tags and credits follow. */
@NullMarked
package io.quanyu.jobs.customer;

import org.jspecify.annotations.NullMarked;
