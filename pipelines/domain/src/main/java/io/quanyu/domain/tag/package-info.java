/** Tags: what a person is called, as a pure function of the facts and an instant. */
@NullMarked
package io.quanyu.domain.tag;

import org.jspecify.annotations.NullMarked;
