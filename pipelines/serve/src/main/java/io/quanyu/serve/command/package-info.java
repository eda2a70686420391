/** The command line: each command parses, asks, and prints. Each is one class. */
@NullMarked
package io.quanyu.serve.command;

import org.jspecify.annotations.NullMarked;
