/**
 * Platform payloads in, canonical events or refusals out.
 *
 * <p>Three stages: an envelope adapter in Java for each source, a declarative field map in YAML, and the lifecycle
 * decisions in code. Personal data stops here: phones leave as keyed hashes, free text leaves masked.
 */
@NullMarked
package io.quanyu.ingest;

import org.jspecify.annotations.NullMarked;
