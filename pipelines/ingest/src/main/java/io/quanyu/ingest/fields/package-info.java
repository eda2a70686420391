/** Declarative field maps: where a value stands in a payload, how it is written there, and which field it fills. */
@NullMarked
package io.quanyu.ingest.fields;

import org.jspecify.annotations.NullMarked;
