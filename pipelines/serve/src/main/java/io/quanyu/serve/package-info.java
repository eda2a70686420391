/** What people ask of the platform: queries, exports, audits, files to ingest. Each command is one class. */
@NullMarked
package io.quanyu.serve;

import org.jspecify.annotations.NullMarked;
