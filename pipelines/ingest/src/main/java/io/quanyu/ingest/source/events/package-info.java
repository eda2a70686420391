/** Events of any kind in files of any shape, read by a map that comes with them. */
@NullMarked
package io.quanyu.ingest.source.events;

import org.jspecify.annotations.NullMarked;
