/** YAML as people write it: maps, sets of rules, stories. */
@NullMarked
package io.quanyu.yaml;

import org.jspecify.annotations.NullMarked;
