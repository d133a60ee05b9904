/** What a database recorded of the migrations that ran on it, and what follows from that. */
@NullMarked
package org.pgassay.migration.log;

import org.jspecify.annotations.NullMarked;
