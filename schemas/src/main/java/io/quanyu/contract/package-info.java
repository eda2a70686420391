/** What the parts of the platform have agreed on: kinds of events, topics, headers, consumer groups and forms of text. */
@NullMarked
package io.quanyu.contract;

import org.jspecify.annotations.NullMarked;
