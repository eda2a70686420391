/** The forms in which answers are printed or written. */
@NullMarked
package io.quanyu.serve.command.rows;

import org.jspecify.annotations.NullMarked;
