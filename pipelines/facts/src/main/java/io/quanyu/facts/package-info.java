/** What events say, in the words of the domain: one class a kind of event, and no engine. */
@NullMarked
package io.quanyu.facts;

import org.jspecify.annotations.NullMarked;
