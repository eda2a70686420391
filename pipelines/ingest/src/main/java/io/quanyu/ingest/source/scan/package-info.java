/** Openings of live codes on pages of our own. */
@NullMarked
package io.quanyu.ingest.source.scan;

import org.jspecify.annotations.NullMarked;
