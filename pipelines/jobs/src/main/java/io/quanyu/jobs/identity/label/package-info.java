/** Labels: where facts of who is who are judged together, and the judging. */
@NullMarked
package io.quanyu.jobs.identity.label;

import org.jspecify.annotations.NullMarked;
