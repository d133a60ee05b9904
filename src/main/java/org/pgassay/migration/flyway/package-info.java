/** Flyway: its files, and the tool itself, which runs within this process. */
@NullMarked
package org.pgassay.migration.flyway;

import org.jspecify.annotations.NullMarked;
