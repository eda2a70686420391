/** The way to a running platform: where its parts answer, what stands on its topics, how far its jobs are. */
@NullMarked
package io.quanyu.serve.ask.platform;

import org.jspecify.annotations.NullMarked;
