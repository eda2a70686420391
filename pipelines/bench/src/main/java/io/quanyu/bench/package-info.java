/** What identity costs, measured beside other ways of doing it. Run by {@code pipelines/bench/run}. */
@NullMarked
package io.quanyu.bench;

import org.jspecify.annotations.NullMarked;
