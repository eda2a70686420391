/** Who is who: a person by any name, why two names are one, and what a human decides about it. */
@NullMarked
package io.quanyu.serve.ask.identity;

import org.jspecify.annotations.NullMarked;
