/** Youzan shops: pushes and answers about orders and refunds. */
@NullMarked
package io.quanyu.ingest.source.youzan;

import org.jspecify.annotations.NullMarked;
