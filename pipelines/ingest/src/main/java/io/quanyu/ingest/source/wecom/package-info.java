/** WeCom: callbacks about contacts, live codes, and the chat archive. */
@NullMarked
package io.quanyu.ingest.source.wecom;

import org.jspecify.annotations.NullMarked;
