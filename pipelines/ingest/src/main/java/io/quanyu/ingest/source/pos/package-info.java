/** Tills: files of sales, read by a column map that comes with them. */
@NullMarked
package io.quanyu.ingest.source.pos;

import org.jspecify.annotations.NullMarked;
