/** Files of payloads: unpacked, cut into payloads, and streamed; and the page on their maps. Knows no platform and no event. */
@NullMarked
package io.quanyu.ingest.file;

import org.jspecify.annotations.NullMarked;
