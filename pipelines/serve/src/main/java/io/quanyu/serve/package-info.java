/** What people ask of a platform: {@code ask} answers with values, {@code command} prints them. */
@NullMarked
package io.quanyu.serve;

import org.jspecify.annotations.NullMarked;
