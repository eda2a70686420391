/** Douyin shops: messages and answers about orders and after-sale cases. */
@NullMarked
package io.quanyu.ingest.source.douyin;

import org.jspecify.annotations.NullMarked;
