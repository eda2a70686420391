/** Ocean Engine: what advertising on Douyin cost. */
@NullMarked
package io.quanyu.ingest.source.oceanengine;

import org.jspecify.annotations.NullMarked;
