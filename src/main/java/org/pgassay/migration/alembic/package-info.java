/** Alembic: its command, and the SQL that it prints. */
@NullMarked
package org.pgassay.migration.alembic;

import org.jspecify.annotations.NullMarked;
