/** The server processes that the embedded platform starts, watches and ends. */
@NullMarked
package io.quanyu.local.process;

import org.jspecify.annotations.NullMarked;
