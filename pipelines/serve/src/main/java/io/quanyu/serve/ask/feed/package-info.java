/** Payloads of files on their way to a platform. */
@NullMarked
package io.quanyu.serve.ask.feed;

import org.jspecify.annotations.NullMarked;
