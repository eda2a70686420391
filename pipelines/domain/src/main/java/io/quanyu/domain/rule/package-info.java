/** Which rules are in force: a value with a version, released while everything runs. */
@NullMarked
package io.quanyu.domain.rule;

import org.jspecify.annotations.NullMarked;
