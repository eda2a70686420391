/** The only room that names Iceberg: the lake's catalog and tables, and records and events as rows of them. */
@NullMarked
package io.quanyu.jobs.iceberg;

import org.jspecify.annotations.NullMarked;
