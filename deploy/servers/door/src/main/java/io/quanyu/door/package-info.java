/** Who comes in by an HTTP port of this machine: known to Trino as a plugin, and to Flink's page as a handler. */
@NullMarked
package io.quanyu.door;

import org.jspecify.annotations.NullMarked;
