/** Alembic: its revisions, read without Python, and its command. */
@NullMarked
package org.pgassay.migration.alembic;

import org.jspecify.annotations.NullMarked;
