/** A merchant's September played through the platform, and what it answers. */
@NullMarked
package io.quanyu.local.demo;

import org.jspecify.annotations.NullMarked;
