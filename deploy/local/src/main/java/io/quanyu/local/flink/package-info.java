/** Where the jobs run: a Flink in this process or one elsewhere, and what it says of them. */
@NullMarked
package io.quanyu.local.flink;

import org.jspecify.annotations.NullMarked;
