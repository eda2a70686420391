/** Who carries a tag. */
@NullMarked
package io.quanyu.serve.ask.audience;

import org.jspecify.annotations.NullMarked;
