/** The rows of any query, as plain values. */
@NullMarked
package io.quanyu.serve.ask.query;

import org.jspecify.annotations.NullMarked;
