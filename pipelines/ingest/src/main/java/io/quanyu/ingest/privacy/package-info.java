/** What is personal, and how it is made unreadable before anybody else sees it. */
@NullMarked
package io.quanyu.ingest.privacy;

import org.jspecify.annotations.NullMarked;
