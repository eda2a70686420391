/** What the platform consists of on one machine: its folders, topics, jobs and settings. */
@NullMarked
package io.quanyu.local.platform;

import org.jspecify.annotations.NullMarked;
