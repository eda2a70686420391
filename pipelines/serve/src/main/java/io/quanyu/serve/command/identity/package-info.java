/** The commands about who is who. */
@NullMarked
package io.quanyu.serve.command.identity;

import org.jspecify.annotations.NullMarked;
