/** The tables and views of the lake: made, migrated and replaced as the folder {@code sql/} says. */
@NullMarked
package io.quanyu.serve.ask.lake;

import org.jspecify.annotations.NullMarked;
