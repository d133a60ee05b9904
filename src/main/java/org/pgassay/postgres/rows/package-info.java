/** Makes rows in a database: PostgreSQL itself says which of the candidate values its constraints accept. */
@NullMarked
package org.pgassay.postgres.rows;

import org.jspecify.annotations.NullMarked;
