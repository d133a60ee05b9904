/** The structure that a spec states, made by PostgreSQL in scratch schemas and read back. */
@NullMarked
package org.pgassay.postgres.blueprint;

import org.jspecify.annotations.NullMarked;
